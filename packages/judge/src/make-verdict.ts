import { randomUUID } from 'node:crypto'

import type { Graded } from './grade/grade.ts'
import { kitVersion } from './kit-version.ts'
import type { Manifest } from './manifest.ts'
import type { Refusal } from './submission/read-submission.ts'
import type { TestVerdict, Verdict } from './verdict.ts'

/** What is known of a verdict before anything runs. */
export interface Header extends Pick<
  Verdict,
  'exercise' | 'mode' | 'seed' | 'runs' | 'submission' | 'submissionHash'
> {
  /** From `performance.now()`. */
  startedAt: number
}

export function verdictOf(
  { startedAt, ...header }: Header,
  nonce: string,
  graded: Graded,
): Verdict {
  return {
    version: 1,
    ...header,
    ...graded,
    kit: kitVersion,
    node: process.versions.node,
    nonce,
    ms: Math.round(performance.now() - startedAt),
  }
}

/** A submission that was refused: none of its tests ran, all of their points are lost. */
export function refusedVerdict(
  header: Header,
  refusal: Refusal,
  manifest: Manifest | undefined,
): Verdict {
  const tests = (manifest?.tests ?? []).map((test): TestVerdict => {
    return {
      ...test,
      kind: manifest?.promises.find((promise) => promise.id === test.promise)?.kind ?? null,
      earned: 0,
      state: refusal.state,
      got: null,
      frames: [],
      replay: null,
      traceHash: null,
      console: [],
      ms: null,
    }
  })
  const pointsOf = (promise: string): number =>
    tests.filter((test) => test.promise === promise).reduce((sum, test) => sum + test.points, 0)
  return verdictOf(header, randomUUID(), {
    state: refusal.state,
    points: 0,
    total: tests.reduce((sum, test) => sum + test.points, 0),
    got: refusal.got,
    frames: [...refusal.frames],
    console: [],
    promises: (manifest?.promises ?? []).map((promise) => {
      return { ...promise, points: pointsOf(promise.id), earned: 0, state: refusal.state }
    }),
    tests,
    absentParts: [],
    coverage: null,
  })
}
