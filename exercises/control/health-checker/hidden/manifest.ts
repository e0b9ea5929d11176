import { mutants } from './mutant-list.ts'

const core = { exports: ['createHealthChecker'], stretch: false } as const

/** What is graded: the judge reads this as data. Points of one part follow its effort. */
export const manifest = {
  slug: 'health-checker',
  version: 1,
  parts: [
    { id: 'verdict', title: 'Verdict', ...core },
    { id: 'rhythm', title: 'Rhythm', ...core },
    { id: 'coming-and-going', title: 'Coming and going', ...core },
    { id: 'world', title: 'World', ...core },
    { id: 'phi', title: 'Phi', exports: ['createPhiDetector'], stretch: true },
  ],
  promises: [
    {
      id: 'independent',
      text: 'A checker depends on its own calls, its clock and its probe alone.',
      kind: 'safety',
    },
    {
      id: 'rows',
      text: 'Rise successes in a row make a target up, fall failures in a row make it down, and nothing else does.',
      kind: 'safety',
    },
    {
      id: 'timeout',
      text: 'A probe without an answer in time has failed, once, and what comes later is nothing.',
      kind: 'safety',
    },
    {
      id: 'told',
      text: 'Every listener is told of every change, once, when it happens.',
      kind: 'safety',
    },
    {
      id: 'rhythm',
      text: 'Every target is probed once an interval, from the first one on, whatever its probes bring.',
      kind: 'performance',
    },
    {
      id: 'one-probe',
      text: 'A target has at most one probe under way.',
      kind: 'safety',
    },
    {
      id: 'hung',
      text: 'A target that hangs is down in time, and holds up nobody.',
      kind: 'liveness',
    },
    {
      id: 'spread',
      text: 'A hundred targets are not probed all at once.',
      kind: 'performance',
    },
    {
      id: 'gone',
      text: 'Whoever is removed or stopped is silent, and a new life owes nothing to the old one.',
      kind: 'safety',
    },
    {
      id: 'timers',
      text: 'Stopped between two probes, a checker leaves no timer behind.',
      kind: 'performance',
    },
    {
      id: 'world',
      text: 'Who hangs is seen in time, and nobody else is blamed.',
      kind: 'liveness',
    },
    {
      id: 'phi',
      text: 'Phi tells how unlikely the present silence is.',
      kind: 'performance',
    },
  ],
  tests: [
    {
      id: 'verdict > depends on its own calls, clock and probe alone',
      promise: 'independent',
      part: 'verdict',
      points: 3,
    },
    {
      id: 'verdict > unknown until it is proven',
      promise: 'rows',
      part: 'verdict',
      points: 5,
    },
    {
      id: 'verdict > only what is in a row counts',
      promise: 'rows',
      part: 'verdict',
      points: 7,
    },
    {
      id: 'verdict > a rejection and a throw are failures',
      promise: 'rows',
      part: 'verdict',
      points: 5,
    },
    {
      id: 'verdict > no answer in time is a failure, and a late one is nothing',
      promise: 'timeout',
      part: 'verdict',
      points: 8,
    },
    {
      id: 'verdict > each change is told once, at its time',
      promise: 'told',
      part: 'verdict',
      points: 5,
    },
    {
      id: 'rhythm > the first probe comes within one interval',
      promise: 'rhythm',
      part: 'rhythm',
      points: 5,
    },
    {
      id: 'rhythm > sixty probes a minute, whatever they bring',
      promise: 'rhythm',
      part: 'rhythm',
      points: 8,
    },
    {
      id: 'rhythm > one probe of a target at a time',
      promise: 'one-probe',
      part: 'rhythm',
      points: 3,
    },
    {
      id: 'rhythm > a target that hangs is down in time and holds up nobody',
      promise: 'hung',
      part: 'rhythm',
      points: 7,
    },
    {
      id: 'rhythm > a hundred targets are not probed all at once',
      promise: 'spread',
      part: 'rhythm',
      points: 7,
    },
    {
      id: 'coming and going > whoever is removed is unknown and silent, and comes back new',
      promise: 'gone',
      part: 'coming-and-going',
      points: 4,
    },
    {
      id: 'coming and going > whoever is stopped is silent and keeps its status',
      promise: 'gone',
      part: 'coming-and-going',
      points: 4,
    },
    {
      id: 'coming and going > add and start twice are add and start',
      promise: 'gone',
      part: 'coming-and-going',
      points: 3,
    },
    {
      id: 'coming and going > every listener hears what happens while it listens',
      promise: 'told',
      part: 'coming-and-going',
      points: 2,
    },
    {
      id: 'coming and going > a listener may stop the checker and remove a target',
      promise: 'gone',
      part: 'coming-and-going',
      points: 2,
    },
    {
      id: 'coming and going > stopped between two probes, no timer is left',
      promise: 'timers',
      part: 'coming-and-going',
      points: 5,
    },
    {
      id: 'world > who hangs is seen in time, and nobody else is blamed',
      promise: 'world',
      part: 'world',
      points: 5,
    },
    {
      id: 'phi > phi tells how unlikely the silence is',
      promise: 'phi',
      part: 'phi',
      points: 5,
    },
    {
      id: 'phi > the rhythm of late counts, and no other',
      promise: 'phi',
      part: 'phi',
      points: 3,
    },
    { id: 'phi > a few heartbeats prove nothing', promise: 'phi', part: 'phi', points: 2 },
    {
      id: 'phi > targets have nothing to do with each other',
      promise: 'phi',
      part: 'phi',
      points: 2,
    },
  ],
  mutants,
  alternatives: [
    {
      file: 'hashed-class.ts',
      style:
        'classes and generations; Promise.race against a timeout; the phase is a hash of the id',
    },
    {
      file: 'one-alarm.ts',
      style: 'one timer for all that is due, last answers in a list; without the stretch',
    },
    {
      file: 'sleeping-loops.ts',
      style: 'an async loop for each target, frozen objects, methods that rely on this',
    },
  ],
} as const

const points = manifest.tests.reduce((sum, test) => sum + test.points, 0)
if (points !== 100)
  throw new Error(`sentinel-health-checker-manifest.ts: ${points} points, not 100`)
