/** A verdict has room for so many beside the promise and what is wrong. */
const LINES_MAX = 6

/** A promise that did not hold: the message is what the learner reads. */
export class BrokenPromise extends Error {
  override name = 'BrokenPromise'
}

/** The submission threw where no promise allows it. */
export class SubjectThrew extends Error {
  override name = 'SubjectThrew'
}

/** What was thrown, in a few words and one line. */
export function thrownText(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null) return String(thrown)
  const name = 'name' in thrown ? String(thrown.name) : 'Error'
  const [line = ''] = ('message' in thrown ? String(thrown.message) : '').split('\n')
  return line.length > 160 ? `${name}: ${line.slice(0, 160)}…` : `${name}: ${line}`
}

/** The last steps of a conversation, one a line; what was before them is counted. */
export function stepLines(steps: readonly string[]): string {
  const lines = merged(steps)
  const told = lines.length > LINES_MAX ? lines.slice(1 - LINES_MAX) : lines
  const left = lines.length - told.length
  const before = left === 0 ? [] : [`… ${left} steps before`]
  return [...before, ...told].map((line) => `  ${line}`).join('\n')
}

/** Steps that repeat themselves are counted: a timer that sends the same again fills no page. */
function merged(steps: readonly string[]): string[] {
  const runs: { step: string; times: number }[] = []
  for (const step of steps) {
    const last = runs.at(-1)
    if (last?.step === step) last.times++
    else runs.push({ step, times: 1 })
  }
  return runs.map(({ step, times }) => (times === 1 ? step : `${step} (${times} times)`))
}

/** a; a and b; a, b and c. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1)
  if (last === undefined) throw new Error('sentinel-abd-register-story.ts: nobody is listed')
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
