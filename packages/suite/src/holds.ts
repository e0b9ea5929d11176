import fc from 'fast-check'

import { BrokenPromise, SubjectThrew } from './broken-promise.ts'
import { errorOf, notDeterministic, onceMore, onceMoreLater } from './once-more.ts'
import type { Failure } from './once-more.ts'
import { thrownText } from './story.ts'

type Cases<Case> = { [Index in keyof Case]: fc.Arbitrary<Case[Index]> }

export interface Effort {
  /** Cases for each one that `FUZZ_RUNS` asks for; default 1. Dear properties try fewer. */
  factor?: number
}

/**
 * Tries a property and tells only the story of its smallest failure: fast-check's own report shows
 * generated data, which means nothing to a learner.
 *
 * @throws {BrokenPromise | SubjectThrew | NotDeterministic} with the story, and the seed to repeat it
 */
export function holds<Case extends [unknown, ...unknown[]]>(
  cases: Cases<Case>,
  promise: (...args: Case) => void,
  effort: Effort = {},
): void {
  const property = fc.property<Case>(...cases, (...args) => promise(...args))
  const run = fc.check(property, parametersOf(effort))
  const failed = failedCase(run)
  if (failed === undefined) return
  throw tell(
    onceMore(run.errorInstance, () => promise(...failed)),
    run.seed,
  )
}

/** As `holds`, for a promise that takes (virtual) time. */
export async function holdsLater<Case extends [unknown, ...unknown[]]>(
  cases: Cases<Case>,
  promise: (...args: Case) => Promise<void>,
  effort: Effort = {},
): Promise<void> {
  const property = fc.asyncProperty<Case>(...cases, (...args) => promise(...args))
  const run = await fc.check(property, parametersOf(effort))
  const failed = failedCase(run)
  if (failed === undefined) return
  throw tell(await onceMoreLater(run.errorInstance, () => promise(...failed)), run.seed)
}

function parametersOf({ factor = 1 }: Effort): { numRuns: number } {
  const runs = (fc.readConfigureGlobal().numRuns ?? 100) * factor
  return { numRuns: Math.max(1, Math.ceil(runs)) }
}

/** The smallest case that has failed; undefined where all held. */
function failedCase<Case>(run: fc.RunDetails<Case>): Case | undefined {
  if (run.numRuns === 0 || (run.failed && run.counterexample === null)) {
    throw new Error('The property tried nothing')
  }
  return run.failed && run.counterexample !== null ? run.counterexample : undefined
}

/** The story of a failure, with the seed that repeats it. */
function tell(failure: Failure, seed: number): unknown {
  const error = failure.error
  const text = error instanceof Error ? error.message : thrownText(error)
  const cause = error instanceof SubjectThrew ? error.cause : error
  const story = failure.isFlaky
    ? notDeterministic(text)
    : error instanceof BrokenPromise
      ? new BrokenPromise(text)
      : new SubjectThrew(text, { cause })
  story.message += `\nreplay: seed ${seed}`
  return errorOf({ ...failure, error: story, isFlaky: false })
}
