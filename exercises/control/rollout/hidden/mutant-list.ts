/** Mistakes that people make, each with the promise that it breaks; the eleven classics first. */
export const mutants = [
  { file: 'seven-of-eight.ts', title: 'all but one are as good as all', promise: 'everybody' },
  {
    file: 'timeout-is-success.ts',
    title: 'a deployment that got no answer in time is taken for done',
    promise: 'everybody',
  },
  {
    file: 'flag-first.ts',
    title: 'the flag is on as soon as every host has the new version',
    promise: 'flag',
  },
  { file: 'flag-stays.ts', title: 'the way back leaves the flag as it is', promise: 'flag' },
  {
    file: 'goes-back-anyway.ts',
    title: 'everything goes back, also where it may not',
    promise: 'allowed',
  },
  {
    file: 'zero-requests.ts',
    title: 'no requests, no errors, so all is well',
    promise: 'evidence',
  },
  {
    file: 'absolute.ts',
    title: 'the error ratio has a bound, whatever the old version does',
    promise: 'evidence',
  },
  {
    file: 'from-the-first.ts',
    title: 'a new controller begins with the first wave',
    promise: 'own',
  },
  { file: 'one-zone.ts', title: 'a wave takes the hosts as they come', promise: 'waves' },
  {
    file: 'once-through.ts',
    title: 'whoever has been through its waves once ships the next one at once',
    promise: 'cloudflare',
  },
  {
    file: 'since-last-year.ts',
    title: 'all that was ever counted is compared',
    promise: 'evidence',
  },
  {
    file: 'no-bake.ts',
    title: 'the next wave begins when the last one is deployed',
    promise: 'waves',
  },
  {
    file: 'own-only.ts',
    title: 'only those that it deploys to itself count as down',
    promise: 'room',
  },
  {
    file: 'all-back.ts',
    title: 'on the way back all hosts are taken down at once',
    promise: 'room',
  },
  {
    file: 'one-at-a-time.ts',
    title: 'one host after the other, whatever is allowed',
    promise: 'pace',
  },
  {
    file: 'waits-for-the-sick.ts',
    title: 'a host that is down waits for room, too',
    promise: 'back',
  },
  { file: 'tries-for-ever.ts', title: 'a host is tried until it works', promise: 'tries' },
  {
    file: 'new-ones-only.ts',
    title: 'only the requests of the new version are waited for',
    promise: 'evidence',
  },
  {
    file: 'old-bake.ts',
    title: 'the alarm of a bake that was aborted judges the next one',
    promise: 'evidence',
  },
  { file: 'times-worse.ts', title: 'the bound is a factor', promise: 'evidence' },
  { file: 'never-bad.ts', title: 'nothing but a host that is down is bad', promise: 'evidence' },
  {
    file: 'waits-for-the-dead.ts',
    title: 'hosts that are down are not looked at: there are no errors',
    promise: 'sick',
  },
  {
    file: 'sick-when-baked.ts',
    title: 'a wave that finds no room waits, whoever is down',
    promise: 'sick',
  },
  {
    file: 'any-sick.ts',
    title: 'a host that is down with the old version is a verdict, too',
    promise: 'sick',
  },
  {
    file: 'looks-at-answers.ts',
    title: 'it looks again when a deployment answers, and at no other time',
    promise: 'soon',
  },
  {
    file: 'bake-by-bake.ts',
    title: 'who has too few requests bakes as long once more',
    promise: 'soon',
  },
  { file: 'flag-last.ts', title: 'the flag is put off when all hosts are back', promise: 'flag' },
  {
    file: 'no-kill-switch.ts',
    title: 'where there is no way back the flag stays',
    promise: 'knight',
  },
  {
    file: 'asks-the-way-there.ts',
    title: 'before the way back it asks whether the way there is allowed',
    promise: 'allowed',
  },
  {
    file: 'under-way-stays.ts',
    title: 'who is just being given the new version is not taken back',
    promise: 'back',
  },
  { file: 'last-wave-back.ts', title: 'only the present wave is taken back', promise: 'back' },
  {
    file: 'wave-was-baked.ts',
    title: 'after a restart a wave that is full counts as judged',
    promise: 'own',
  },
  {
    file: 'shared-busy.ts',
    title: 'all controllers share the list of hosts that are busy',
    promise: 'own',
  },
  { file: 'stays-rolling.ts', title: 'state says rolling while it bakes', promise: 'state' },
  {
    file: 'leaves-timer.ts',
    title: 'the timer of the bake is left on the clock',
    promise: 'quiet',
  },
] as const

if (new Set(mutants.map(({ file }) => file)).size !== mutants.length) {
  throw new Error('sentinel-rollout-mutant-list.ts: a file is listed twice')
}
