import type { Manifest } from '../manifest.ts'
import type { SuiteRun } from '../run/suite-run.ts'
import type { PromiseVerdict, TestVerdict, Verdict, VerdictState } from '../verdict.ts'
import { storyOf } from '../format/story-of.ts'
import { encodeCallsToken } from '../replay/calls-token.ts'
import { stepsSchema } from '../replay/recorded-calls.ts'
import { coverageOf } from './coverage-of.ts'
import { faultOfRun, settleTests } from './settle-tests.ts'
import type { SettledTest } from './settle-tests.ts'
import type { Missing } from './missing-exports.ts'
import { missingForTest } from './missing-for-test.ts'
import type { OwnFrames } from './own-frames.ts'

export type Graded = Pick<
  Verdict,
  | 'state'
  | 'points'
  | 'total'
  | 'got'
  | 'frames'
  | 'console'
  | 'promises'
  | 'tests'
  | 'absentParts'
  | 'coverage'
>

/**
 * The verdict on a run of the hidden suite. A test that never reported is not passed; while a
 * safety promise is broken, liveness and performance promises score nothing.
 */
export function grade(manifest: Manifest, run: SuiteRun, missing: Missing, own: OwnFrames): Graded {
  const counted = manifest.tests.filter((test) => !missing.absentParts.includes(test.part))
  const settled = settleTests(
    counted.map((test) => ({ id: test.id, missing: missing.parts.get(test.part) })),
    run,
    own,
  )
  const kinds = new Map(manifest.promises.map((promise) => [promise.id, promise.kind]))
  const unsafe = counted.some(
    (test, index) => kinds.get(test.promise) === 'safety' && settled[index]?.state !== 'passed',
  )
  const tests = counted.map((test, index): TestVerdict => {
    const kind = kinds.get(test.promise) ?? 'safety'
    const outcome = settled[index] ?? notReported(test.id)
    const promise = manifest.promises.find(({ id }) => id === test.promise)
    const scores = outcome.state === 'passed' && (kind === 'safety' || !unsafe)
    return {
      ...outcome,
      replay: outcome.replay ?? callsToken(manifest.slug, promise?.text ?? test.id, outcome, run),
      part: test.part,
      promise: test.promise,
      kind,
      points: test.points,
      earned: scores ? test.points : 0,
    }
  })
  return {
    ...conclude(tests, run, own),
    promises: gradePromises(manifest, tests),
    absentParts: [...missing.absentParts],
    coverage: coverageOf(run),
  }
}

/** Repeats what broke a promise without the suite, where that can be told by its calls. */
function callsToken(
  exercise: string,
  promise: string,
  { id, state, got }: SettledTest,
  { tests }: SuiteRun,
): string | null {
  const calls = tests.get(id)?.errors[0]?.calls
  if (calls === undefined || (state !== 'failed' && state !== 'threw')) return null
  const steps = stepsSchema.safeParse(JSON.parse(calls))
  if (!steps.success) return null
  const story = storyOf(got)
  return encodeCallsToken({ exercise, promise, story, steps: steps.data }) ?? null
}

/**
 * The verdict on a visible suite: it has no manifest and no points.
 *
 * @param name how messages call the file
 */
export function gradeOpen(run: SuiteRun, own: OwnFrames, name: string): Graded {
  const ids = [...run.tests.keys()]
  const settled = settleTests(
    ids.map((id) => ({ id, missing: missingForTest(run, { id, own, name }) })),
    run,
    own,
  )
  const tests = settled.map((outcome): TestVerdict => {
    return { ...outcome, part: null, promise: null, kind: null, points: 0, earned: 0 }
  })
  return { ...conclude(tests, run, own), promises: [], absentParts: [], coverage: coverageOf(run) }
}

/** The state of the whole is that of its first test that did not pass. */
function conclude(
  tests: TestVerdict[],
  run: SuiteRun,
  own: OwnFrames,
): Omit<Graded, 'promises' | 'absentParts' | 'coverage'> {
  const first = firstNotPassed(tests)
  // A test without words of its own did not run because of what befell the whole.
  const fault = first === undefined || first.got === null ? faultOfRun(run, own) : undefined
  const said = fault ?? first
  return {
    state: said?.state ?? (tests.length === 0 ? 'not-run' : 'passed'),
    points: sum(tests, 'earned'),
    total: sum(tests, 'points'),
    got: said?.got ?? null,
    frames: said?.frames ?? [],
    console: run.console,
    tests,
  }
}

function gradePromises(manifest: Manifest, tests: readonly TestVerdict[]): PromiseVerdict[] {
  return manifest.promises.flatMap((promise) => {
    const own = tests.filter((test) => test.promise === promise.id)
    if (own.length === 0) return []
    const state: VerdictState = firstNotPassed(own)?.state ?? 'passed'
    return [{ ...promise, state, points: sum(own, 'points'), earned: sum(own, 'earned') }]
  })
}

/** A test that merely did not run says less than the one it did not run for. */
export function firstNotPassed(tests: readonly TestVerdict[]): TestVerdict | undefined {
  const notPassed = tests.filter((test) => test.state !== 'passed')
  return notPassed.find((test) => test.state !== 'not-run') ?? notPassed[0]
}

function notReported(id: string): SettledTest {
  return {
    id,
    state: 'not-run',
    got: null,
    frames: [],
    replay: null,
    traceHash: null,
    console: [],
    ms: null,
  }
}

function sum(tests: readonly TestVerdict[], key: 'points' | 'earned'): number {
  return tests.reduce((total, test) => total + test[key], 0)
}
