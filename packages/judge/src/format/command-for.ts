import type { Verdict } from '../verdict.ts'
import { whatBroke } from './what-broke.ts'

/**
 * The command that repeats a run.
 *
 * @param submission the judged file as its judge named it
 */
export function commandFor(verdict: Verdict, submission?: string): string {
  const { mode, exercise, seed, tests } = verdict
  const file = submission === undefined ? '' : ` --submission ${quoted(submission)}`
  const replay = whatBroke(verdict).test?.replay ?? null
  if (replay !== null) return `npx five-pillars check ${exercise}${file} --replay ${replay}`
  // The visible suite always starts from the same seed.
  if (mode === 'open') return `npx five-pillars check ${exercise}`
  const again = tests.some((test) => test.got !== null) ? ` --seed ${seed}` : ''
  return `npx five-pillars judge ${exercise}${file}${again}`
}

/**
 * The command that repeats a run on the machine that checked it: its last failure is kept there, and
 * a token fills more than a line.
 */
export function ownCommandFor(verdict: Verdict): string {
  const isRun = (whatBroke(verdict).test?.replay ?? null) !== null
  return `npx five-pillars check ${verdict.exercise}${isRun ? ' --replay last' : ''}`
}

/** In quotes where a shell would take the name apart. */
function quoted(file: string): string {
  return /^[\w./\\:@~+-]+$/.test(file) ? file : JSON.stringify(file)
}
