import fc from 'fast-check'

import { BrokenPromise, SubjectThrew } from './broken-promise.ts'
import { thrownText } from './story.ts'

/** What repeats a failure: fast-check's seed and the path to the smallest case. */
interface Replay {
  seed: number
  path: string
}

export interface Effort {
  /** Cases for each one that `FUZZ_RUNS` asks for; default 1. Dear properties try fewer. */
  factor?: number
}

/**
 * Tries a property and tells only the story of its smallest failure: fast-check's own report shows
 * generated data, which means nothing to a learner.
 *
 * @throws {BrokenPromise | SubjectThrew} with the story, and `replay` to repeat it
 */
export function holds<Case extends [unknown, ...unknown[]]>(
  cases: { [Index in keyof Case]: fc.Arbitrary<Case[Index]> },
  promise: (...args: Case) => void,
  { factor = 1 }: Effort = {},
): void {
  const numRuns = Math.max(1, Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) * factor))
  const run = fc.check(
    fc.property<Case>(...cases, (...args) => promise(...args)),
    { numRuns },
  )
  if (run.failed) throw withReplay(run.errorInstance, run.seed, run.counterexamplePath ?? '')
  if (run.numRuns === 0) throw new Error('The property tried nothing')
}

function withReplay(error: unknown, seed: number, path: string): Error & { replay: Replay } {
  const text = error instanceof Error ? error.message : thrownText(error)
  const message = `${text}\nreplay: seed ${seed}`
  const story = error instanceof BrokenPromise ? new BrokenPromise(message) : threw(message, error)
  return Object.assign(story, { replay: { seed, path } })
}

function threw(message: string, cause: unknown): SubjectThrew {
  return new SubjectThrew(message, { cause: cause instanceof SubjectThrew ? cause.cause : cause })
}
