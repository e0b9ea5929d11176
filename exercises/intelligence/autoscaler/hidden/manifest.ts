/** What is graded: the judge reads this as data. Points of one part follow its effort. */
export const manifest = {
  slug: 'autoscaler',
  version: 1,
  parts: [
    { id: 'growing', title: 'Growing', exports: ['createAutoscaler'], stretch: false },
    { id: 'blindness', title: 'Blindness', exports: ['createAutoscaler'], stretch: false },
    { id: 'shrinking', title: 'Shrinking', exports: ['createAutoscaler'], stretch: false },
    { id: 'traffic', title: 'Traffic', exports: ['createAutoscaler'], stretch: false },
  ],
  promises: [
    {
      id: 'independent',
      text: 'An autoscaler depends on its own options and samples alone.',
      kind: 'safety',
    },
    {
      id: 'bounds',
      text: 'Every answer is a whole number from min to max.',
      kind: 'safety',
    },
    {
      id: 'blind',
      text: 'Who cannot see holds: no metrics, no change, and no trace of it later.',
      kind: 'safety',
    },
    {
      id: 'shrinks-slowly',
      text: 'The fleet never shrinks below the highest recommendation of the window.',
      kind: 'safety',
    },
    {
      id: 'enough',
      text: 'A fleet that is too busy gets enough replicas at once.',
      kind: 'liveness',
    },
    {
      id: 'lets-go',
      text: 'What the whole window does not need is given back.',
      kind: 'liveness',
    },
    {
      id: 'no-more',
      text: 'No more is ordered than the load takes; what is starting is not ordered twice.',
      kind: 'performance',
    },
    {
      id: 'holds-close',
      text: 'Inside the tolerance the fleet stays as it is.',
      kind: 'performance',
    },
    {
      id: 'steady',
      text: 'Waves of load hardly change the fleet.',
      kind: 'performance',
    },
  ],
  tests: [
    {
      id: 'growing > depends on its own samples alone',
      promise: 'independent',
      part: 'growing',
      points: 4,
    },
    {
      id: 'growing > every answer is a whole number from min to max',
      promise: 'bounds',
      part: 'growing',
      points: 8,
    },
    {
      id: 'growing > too busy: enough replicas at once',
      promise: 'enough',
      part: 'growing',
      points: 10,
    },
    {
      id: 'growing > no more than the load takes, starting ones included',
      promise: 'no-more',
      part: 'growing',
      points: 8,
    },
    {
      id: 'growing > close to the target the fleet stays as it is',
      promise: 'holds-close',
      part: 'growing',
      points: 8,
    },
    {
      id: 'blindness > without sight the fleet stays as it is',
      promise: 'blind',
      part: 'blindness',
      points: 14,
    },
    {
      id: 'blindness > what was not seen leaves no trace',
      promise: 'blind',
      part: 'blindness',
      points: 8,
    },
    {
      id: 'shrinking > never below the highest recommendation of the window',
      promise: 'shrinks-slowly',
      part: 'shrinking',
      points: 12,
    },
    {
      id: 'shrinking > what the window does not need is given back',
      promise: 'lets-go',
      part: 'shrinking',
      points: 10,
    },
    {
      id: 'traffic > ten minutes without metrics change nothing',
      promise: 'blind',
      part: 'traffic',
      points: 4,
    },
    {
      id: 'traffic > four times the load is served within 120 s',
      promise: 'enough',
      part: 'traffic',
      points: 3,
    },
    {
      id: 'traffic > four times the load takes at most 28 replicas',
      promise: 'no-more',
      part: 'traffic',
      points: 3,
    },
    {
      id: 'traffic > after the rush hour the fleet is small again',
      promise: 'lets-go',
      part: 'traffic',
      points: 2,
    },
    {
      id: 'traffic > a gentle wave changes the fleet at most 8 times an hour',
      promise: 'steady',
      part: 'traffic',
      points: 3,
    },
    {
      id: 'traffic > a saw-tooth changes the fleet at most 14 times an hour',
      promise: 'steady',
      part: 'traffic',
      points: 3,
    },
  ],
  mutants: [
    {
      file: 'no-clamp.ts',
      title: 'the answer is what the load asks for, whatever min and max say',
      promise: 'bounds',
    },
    {
      file: 'floor.ts',
      title: 'rounded down: a little too few',
      promise: 'enough',
    },
    {
      file: 'round.ts',
      title: 'rounded to the nearest: too few half of the time',
      promise: 'enough',
    },
    {
      file: 'null-as-zero.ts',
      title: 'no metrics count as no load: the outage of the monitor becomes one of the fleet',
      promise: 'blind',
    },
    {
      file: 'no-tolerance.ts',
      title: 'every wobble of the load changes the fleet',
      promise: 'holds-close',
    },
    {
      file: 'ignore-starting.ts',
      title: 'what is missing is ordered on top of what is starting',
      promise: 'no-more',
    },
    {
      file: 'count-starting-as-load.ts',
      title: 'replicas that boot are counted as if they were busy',
      promise: 'no-more',
    },
    {
      file: 'no-stab.ts',
      title: 'shrinks as soon as the load goes down',
      promise: 'shrinks-slowly',
    },
    {
      file: 'stab-min.ts',
      title: 'the lowest recommendation of the window, not the highest',
      promise: 'shrinks-slowly',
    },
    {
      file: 'stab-up.ts',
      title: 'growing waits for the window as well',
      promise: 'enough',
    },
    {
      file: 'percent.ts',
      title: 'a utilization above 1 is taken for per cent',
      promise: 'enough',
    },
    {
      file: 'nan-slips.ts',
      title: 'null is asked for, and NaN is not',
      promise: 'blind',
    },
    {
      file: 'zero-is-missing.ts',
      title: 'a utilization of 0 is taken for none',
      promise: 'lets-go',
    },
    {
      file: 'none-ready.ts',
      title: 'nobody is ready, so nobody is busy, so nobody is needed',
      promise: 'blind',
    },
    {
      file: 'blind-forgets.ts',
      title: 'an outage of the metrics empties the window',
      promise: 'blind',
    },
    {
      file: 'blind-recommends.ts',
      title: 'holding without sight is noted as a recommendation',
      promise: 'blind',
    },
    {
      file: 'blind-ready.ts',
      title: 'without sight it asks for the ready ones: those that start are stopped',
      promise: 'blind',
    },
    {
      file: 'last-decision.ts',
      title: 'without sight it repeats its last answer, whatever the fleet is by now',
      promise: 'blind',
    },
    {
      file: 'blind-max.ts',
      title: 'without sight it orders all there is, to be safe',
      promise: 'blind',
    },
    {
      file: 'hold-unclamped.ts',
      title: 'holding keeps a fleet that is larger than max',
      promise: 'bounds',
    },
    {
      file: 'decisions-window.ts',
      title: 'the window keeps decisions, which keep each other alive for ever',
      promise: 'lets-go',
    },
    {
      file: 'cooldown.ts',
      title: 'waits after each change, and then takes what the moment says',
      promise: 'shrinks-slowly',
    },
    {
      file: 'all-or-nothing.ts',
      title: 'once the window allows any shrinking, it takes what the moment says',
      promise: 'shrinks-slowly',
    },
    {
      file: 'grow-forgets.ts',
      title: 'growing empties the window',
      promise: 'shrinks-slowly',
    },
    {
      file: 'exclusive-window.ts',
      title: 'what was recommended exactly one window ago is forgotten',
      promise: 'shrinks-slowly',
    },
    {
      file: 'forgets-now.ts',
      title: 'the window has what was, and not what is',
      promise: 'shrinks-slowly',
    },
    {
      file: 'old-peak.ts',
      title: 'an old recommendation brings back what the fleet no longer has',
      promise: 'no-more',
    },
    {
      file: 'absolute-tolerance.ts',
      title: 'the tolerance in points of utilization, not as a share of the target',
      promise: 'holds-close',
    },
    {
      file: 'one-sided.ts',
      title: 'tolerant upwards only: below the target the fleet shrinks at any wobble',
      promise: 'holds-close',
    },
    {
      file: 'forgot-abs.ts',
      title: 'whatever is below the target is close enough: the fleet never shrinks',
      promise: 'lets-go',
    },
    {
      file: 'tolerance-of-count.ts',
      title: 'the tolerance compares replicas, so a large fleet is given too few',
      promise: 'enough',
    },
    {
      file: 'shared-window.ts',
      title: 'all autoscalers share one window',
      promise: 'independent',
    },
    {
      file: 'assumed-pace.ts',
      title: 'time is counted in samples of 15 seconds, whatever they say themselves',
      promise: 'lets-go',
    },
    {
      file: 'counted-window.ts',
      title: 'the window is the last twenty samples, however far apart they are',
      promise: 'lets-go',
    },
    {
      file: 'window-in-seconds.ts',
      title: 'the window is read as seconds: it lasts a thousand times too long',
      promise: 'lets-go',
    },
    {
      file: 'holds-unnoted.ts',
      title: 'a hold inside the tolerance is not noted',
      promise: 'shrinks-slowly',
    },
    {
      file: 'prunes-one.ts',
      title: 'one old recommendation is dropped with each sample, however many there are',
      promise: 'lets-go',
    },
    {
      file: 'up-only-noted.ts',
      title: 'only what grows the fleet is noted',
      promise: 'shrinks-slowly',
    },
    {
      file: 'cancels-starting.ts',
      title: 'over the target it answers at once, also with less than is on its way',
      promise: 'shrinks-slowly',
    },
    {
      file: 'one-at-a-time.ts',
      title: 'grows by one replica with each sample',
      promise: 'enough',
    },
    {
      file: 'one-more.ts',
      title: 'never exactly as many as are needed: always one more',
      promise: 'no-more',
    },
    {
      file: 'ceil-early.ts',
      title: 'the ratio is rounded up, and then multiplied',
      promise: 'no-more',
    },
    {
      file: 'waits-for-starting.ts',
      title: 'orders nothing while somebody is starting',
      promise: 'enough',
    },
    {
      file: 'endless-window.ts',
      title: 'the window has no end: the highest of all time counts',
      promise: 'lets-go',
    },
  ],
  alternatives: [
    {
      file: 'monotonic-queue.ts',
      style: 'a class with a falling queue, so that the highest is always in front',
    },
    {
      file: 'pure-step.ts',
      style: 'a pure step from state to state; frozen data, clamped at the very end',
    },
    {
      file: 'trial.ts',
      style:
        'tries one replica more until the load fits; a linked list for the window; stopped by a rounding guard',
    },
    {
      file: 'coroutine.ts',
      style: 'a generator that is fed samples; a Map from time to recommendation',
    },
  ],
} as const

const points = manifest.tests.reduce((sum, test) => sum + test.points, 0)
if (points !== 100) throw new Error(`sentinel-autoscaler-manifest.ts: ${points} points, not 100`)
