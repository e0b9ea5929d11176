import type { Report } from '@five-pillars/simulator'

import { BrokenPromise, NotDeterministic } from './broken-promise.ts'

/** A run of a world that broke a promise, as a story; its token repeats it. */
export function brokenWorld(
  { findings, token }: Pick<Report, 'findings' | 'token'>,
  story: string,
): Error {
  const isSame = findings.every(({ kind }) => kind !== 'not-deterministic')
  const error = isSame ? new BrokenPromise(story) : new NotDeterministic(story)
  return Object.assign(error, { replay: token })
}
