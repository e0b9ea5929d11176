import fc from 'fast-check'

import { BrokenPromise, SubjectThrew, thrownText } from './story.ts'

/**
 * Tries a property and tells only the story of its smallest failure: fast-check's own report shows
 * generated data, which means nothing to a learner.
 *
 * @throws {BrokenPromise | SubjectThrew} with the story and the seed that repeats it
 */
export function holds<Case>(cases: fc.Arbitrary<Case>, promise: (one: Case) => void): void {
  const run = fc.check(fc.property(cases, (one) => promise(one)))
  if (run.failed) throw withSeed(run.errorInstance, run.seed)
  if (run.numRuns === 0) throw new Error('sentinel-abd-register-holds.ts: nothing was tried')
}

function withSeed(error: unknown, seed: number): Error {
  const text = error instanceof Error ? error.message : thrownText(error)
  const message = `${text}\nreplay: seed ${seed}`
  if (error instanceof BrokenPromise) return new BrokenPromise(message)
  return new SubjectThrew(message, { cause: error instanceof SubjectThrew ? error.cause : error })
}
