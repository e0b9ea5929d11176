/** Mistakes that people make, each with the promise that it breaks. */
export const mutants = [
  {
    file: 'edge-triggered.ts',
    title: 'acts on what has changed since the last look, and on nothing else',
    promise: 'soon',
  },
  {
    file: 'stale-facts.ts',
    title: 'acts on whatever it is shown, however old that is',
    promise: 'fresh',
  },
  {
    file: 'unconditional.ts',
    title: 'applies whatever the generation is by then',
    promise: 'race',
  },
  {
    file: 'asks-again.ts',
    title: 'asks for the generation once more just before it acts',
    promise: 'stopped',
  },
  {
    file: 'cleans-first.ts',
    title: 'removes what is old before what is new is there',
    promise: 'last',
  },
  { file: 'last-one.ts', title: 'removes the last one that is healthy', promise: 'last' },
  { file: 'all-at-once.ts', title: 'puts all that are old anew at once', promise: 'few' },
  {
    file: 'budget-only.ts',
    title: 'keeps the disruption budget, and forgets how many are healthy',
    promise: 'few',
  },
  { file: 'per-look.ts', title: 'counts the actions of one look, not of an hour', promise: 'hour' },
  { file: 'tumbling-hour.ts', title: 'begins to count anew with each full hour', promise: 'hour' },
  { file: 'hour-goes-on.ts', title: 'resume does not begin another hour', promise: 'resume' },
  { file: 'tight-loop.ts', title: 'tries again at once what has failed', promise: 'wait' },
  { file: 'no-doubling.ts', title: 'waits equally long each time', promise: 'wait' },
  { file: 'ok-is-healed.ts', title: 'an action that has succeeded ends the row', promise: 'wait' },
  { file: 'one-wait.ts', title: 'one that fails makes all others wait', promise: 'soon' },
  {
    file: 'conflict-is-failure.ts',
    title: 'a conflict is waited for like a failure',
    promise: 'conflict',
  },
  {
    file: 'same-again.ts',
    title: 'answers a conflict with the same action, by the same facts',
    promise: 'fresh',
  },
  { file: 'unknown-is-broken.ts', title: 'whoever cannot be seen is put anew', promise: 'unknown' },
  {
    file: 'unknown-is-well.ts',
    title: 'whoever cannot be seen does not look broken',
    promise: 'stops-itself',
  },
  {
    file: 'share-of-wanted.ts',
    title: 'what is not there yet looks broken as well',
    promise: 'stops-itself',
  },
  { file: 'never-stops.ts', title: 'goes on however much looks broken', promise: 'stops-itself' },
  {
    file: 'pages-each-look.ts',
    title: 'pages somebody each second until somebody comes',
    promise: 'stops-itself',
  },
  { file: 'goes-on-by-itself.ts', title: 'goes on as soon as all looks well', promise: 'paused' },
  { file: 'start-forgives.ts', title: 'a start is a resume as well', promise: 'paused' },
  {
    file: 'old-plan-goes-on.ts',
    title: 'puts an older plan in the place of a newer one',
    promise: 'newer',
  },
  { file: 'first-wish.ts', title: 'asks once what is wanted', promise: 'soon' },
  { file: 'forgets-under-way.ts', title: 'does again what is under way', promise: 'once' },
  { file: 'any-number.ts', title: 'does all that is needed at the same time', promise: 'once' },
  { file: 'one-at-a-time.ts', title: 'does one thing after the other', promise: 'pace' },
  {
    file: 'batch.ts',
    title: 'begins nothing until all that is under way is over',
    promise: 'soon',
  },
  {
    file: 'late-look.ts',
    title: 'a look that was begun before stop is acted on after it',
    promise: 'stopped',
  },
  { file: 'two-loops.ts', title: 'each start begins another loop', promise: 'looks' },
  {
    file: 'gives-up-looking.ts',
    title: 'a monitor that has not answered once is not asked again',
    promise: 'soon',
  },
  { file: 'shared.ts', title: 'all healers share what they have done', promise: 'own' },
  {
    file: 'plain-object.ts',
    title: 'an item named "constructor" is under way for ever',
    promise: 'soon',
  },
] as const

if (mutants.length < 25) throw new Error('sentinel-self-healer-mutant-list.ts: too few')
