import { BrokenPromise, SubjectThrew, thrownText } from '@five-pillars/suite'
import type { Effort } from '@five-pillars/suite'
import fc from 'fast-check'

/** As `holds` of the suite package, for a promise that takes (virtual) time. */
export async function holdsLater<Case extends [unknown, ...unknown[]]>(
  cases: { [Index in keyof Case]: fc.Arbitrary<Case[Index]> },
  promise: (...args: Case) => Promise<void>,
  { factor = 1 }: Effort = {},
): Promise<void> {
  const numRuns = Math.max(1, Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) * factor))
  const property = fc.asyncProperty<Case>(...cases, (...args) => promise(...args))
  const run = await fc.check(property, { numRuns })
  if (run.failed) throw withReplay(run.errorInstance, run.seed, run.counterexamplePath ?? '')
  if (run.numRuns === 0) throw new Error('sentinel-health-checker-holds-later.ts: tried nothing')
}

function withReplay(error: unknown, seed: number, path: string): Error {
  const text = error instanceof Error ? error.message : thrownText(error)
  const message = `${text}\nreplay: seed ${seed}`
  const story =
    error instanceof BrokenPromise
      ? new BrokenPromise(message)
      : new SubjectThrew(message, { cause: error instanceof SubjectThrew ? error.cause : error })
  return Object.assign(story, { replay: { seed, path } })
}
