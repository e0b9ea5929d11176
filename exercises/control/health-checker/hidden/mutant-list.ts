/** Mistakes that people make, each with the promise that it breaks; the sixteen classics first. */
export const mutants = [
  { file: 'flap1.ts', title: 'one opposite result changes the status', promise: 'rows' },
  { file: 'cumulative.ts', title: 'counts are not reset by the opposite result', promise: 'rows' },
  { file: 'rise-ignored.ts', title: 'one success is enough to be up', promise: 'rows' },
  {
    file: 'timeout-ignored.ts',
    title: 'a probe is waited for until it answers',
    promise: 'timeout',
  },
  { file: 'late-counts.ts', title: 'a success after the timeout counts', promise: 'timeout' },
  { file: 'reject-ignored.ts', title: 'a probe that rejects is no failure', promise: 'rows' },
  { file: 'overlap.ts', title: 'a slow probe is helped by a second one', promise: 'one-probe' },
  { file: 'serial.ts', title: 'targets are probed one after the other', promise: 'hung' },
  { file: 'drift.ts', title: 'the interval begins when the answer is there', promise: 'rhythm' },
  {
    file: 'leak-timers.ts',
    title: 'the timeout of an answered probe is left on the clock',
    promise: 'timers',
  },
  {
    file: 'after-stop.ts',
    title: 'a probe that was under way when all was stopped still counts',
    promise: 'gone',
  },
  { file: 'ghost-target.ts', title: 'who is removed is probed for ever', promise: 'gone' },
  {
    file: 'emit-always.ts',
    title: 'every result is told once a target is proven',
    promise: 'told',
  },
  { file: 'herd.ts', title: 'all targets are probed at once', promise: 'spread' },
  { file: 'start-up.ts', title: 'a new target is up until it fails', promise: 'rows' },
  { file: 'double-start.ts', title: 'a second start begins a second rhythm', promise: 'gone' },
  {
    file: 'first-decides.ts',
    title: 'the first result of a new target decides at once',
    promise: 'rows',
  },
  { file: 'never-seen-up.ts', title: 'only who was up can go down', promise: 'rows' },
  {
    file: 'throw-kills.ts',
    title: 'a probe that throws ends the rhythm of its target',
    promise: 'rows',
  },
  {
    file: 'late-failure.ts',
    title: 'a failure after the timeout counts a second time',
    promise: 'timeout',
  },
  {
    file: 'shared-flag.ts',
    title: 'one flag for all probes of a target, which the next probe resets',
    promise: 'timeout',
  },
  {
    file: 'busy-skips.ts',
    title: 'a tick finds the last probe still open, and does nothing',
    promise: 'rhythm',
  },
  { file: 'backs-off.ts', title: 'whoever fails is probed less and less often', promise: 'world' },
  {
    file: 'hurries.ts',
    title: 'a failure is followed by another probe at once',
    promise: 'rhythm',
  },
  {
    file: 'late-herd.ts',
    title: 'who is added to a running checker is probed at once',
    promise: 'spread',
  },
  {
    file: 'first-at-once.ts',
    title: 'the first probe comes at once, the others at the phase of the target',
    promise: 'one-probe',
  },
  {
    file: 'second-round-herds.ts',
    title: 'spread in the first round, in step from the second on',
    promise: 'spread',
  },
  {
    file: 'never-rejoins.ts',
    title: 'who is added while the checker runs waits for the next start',
    promise: 'rhythm',
  },
  { file: 'readd-keeps.ts', title: 'who comes back has its old status', promise: 'gone' },
  {
    file: 'old-life.ts',
    title: 'what the old life was asked counts for the new one',
    promise: 'gone',
  },
  { file: 'removal-is-news.ts', title: 'who is removed is told as unknown', promise: 'gone' },
  {
    file: 'start-once.ts',
    title: 'a checker that was stopped does not start again',
    promise: 'gone',
  },
  {
    file: 'skips-next.ts',
    title: 'who unsubscribes meanwhile makes the next one miss the change',
    promise: 'told',
  },
  {
    file: 'tells-first.ts',
    title: 'listeners are told before the status is changed',
    promise: 'told',
  },
  {
    file: 'begin-of-probe.ts',
    title: 'a change is told with the time at which its probe began',
    promise: 'told',
  },
  {
    file: 'plain-object.ts',
    title: 'a plain object takes "constructor" for a target',
    promise: 'told',
  },
  { file: 'shared-targets.ts', title: 'all checkers share their targets', promise: 'independent' },
  {
    file: 'shared-dice.ts',
    title: 'the phase is drawn from dice that all checkers share',
    promise: 'independent',
  },
  { file: 'phi-first-gaps.ts', title: 'the first gaps count for ever', promise: 'phi' },
  { file: 'phi-no-floor.ts', title: 'a perfect rhythm has no deviation at all', promise: 'phi' },
  { file: 'phi-no-pause.ts', title: 'the acceptable pause is not looked at', promise: 'phi' },
  { file: 'phi-variance.ts', title: 'the variance is taken for the deviation', promise: 'phi' },
  { file: 'phi-hasty.ts', title: 'two heartbeats are enough', promise: 'phi' },
  { file: 'phi-one-rhythm.ts', title: 'all targets share one rhythm', promise: 'phi' },
  { file: 'phi-below.ts', title: 'a suspect is who is below the threshold', promise: 'phi' },
] as const

if (new Set(mutants.map(({ file }) => file)).size !== mutants.length) {
  throw new Error('sentinel-health-checker-mutant-list.ts: a file is listed twice')
}
