import { createHash } from 'node:crypto'

import type { RunEnding, SuiteRun, TestRun } from '../run/suite-run.ts'
import type { TestVerdict, VerdictState } from '../verdict.ts'
import { explain } from './explain.ts'
import type { Explanation } from './explain.ts'
import type { OwnFrames } from './own-frames.ts'

export type SettledTest = Omit<TestVerdict, 'part' | 'promise' | 'kind' | 'points' | 'earned'>

interface Expected {
  id: string
  /** Why the test cannot be run: the export it needs is not there. */
  missing: string | undefined
}

/** Gives every expected test exactly one state, from all that was heard about the run. */
export function settleTests(
  expected: readonly Expected[],
  run: SuiteRun,
  own: OwnFrames,
): SettledTest[] {
  const whole = faultOfRun(run, own)
  const someRan = [...run.tests.values()].some((test) => test.state === 'running')
  return expected.map(({ id, missing }) => {
    const heard = run.tests.get(id)
    const outcome = ownOutcome(heard, missing, own)
    if (outcome !== undefined) return settled(id, heard, outcome)
    // The fault of the run belongs to the test that ran, or else to all that never came to run.
    if (heard?.state === 'running') return settled(id, heard, whole ?? notRun)
    return settled(id, heard, someRan || whole === undefined ? notRun : { ...whole, got: '' })
  })
}

const notRun: Explanation = { state: 'not-run', got: '', frames: [] }

/** What the test itself, or its missing export, says. */
function ownOutcome(
  heard: TestRun | undefined,
  missing: string | undefined,
  own: OwnFrames,
): Explanation | undefined {
  if (missing !== undefined) return { state: 'missing-export', got: missing, frames: [] }
  if (heard?.state === 'passed') return { state: 'passed', got: '', frames: [] }
  if (heard?.state !== 'failed') return undefined
  const [error] = heard.errors
  if (error === undefined) return { state: 'failed', got: 'It gave no reason.', frames: [] }
  return explain(error, own)
}

/** What went wrong outside any test, or ended the run before its end. */
export function faultOfRun(run: SuiteRun, own: OwnFrames): Explanation | undefined {
  if (run.loading.kind === 'failed') return loadFault(run.loading, own)
  if (run.ending === 'complete') {
    const [error] = run.errors
    return error === undefined ? undefined : strayFault(explain(error, own))
  }
  if (run.ending === 'timeout' && run.loading.kind === 'waiting') {
    return fault('not-run', 'The judge did not get to start in time.')
  }
  const loading = run.loading.kind === 'loading' ? ' while your file was loaded' : ''
  return fault(run.ending, `${endingText(run.ending, run)}${loading}.`)
}

function endingText(ending: Exclude<RunEnding, 'complete'>, { limit }: SuiteRun): string {
  if (ending === 'crashed') return 'The process that ran it ended early'
  if (ending === 'out-of-memory') return 'It used up its memory'
  if (limit?.kind === 'never') return 'It waits for something that never comes'
  const seconds = (limit?.ms ?? 0) / 1000
  return limit?.kind === 'whole'
    ? `All tests together took over ${seconds} s: stopped here`
    : `It did not come to an end within ${seconds} s: stopped`
}

function loadFault(
  loading: Extract<SuiteRun['loading'], { kind: 'failed' }>,
  own: OwnFrames,
): Explanation {
  if (loading.reason === 'does-not-compile') {
    return fault('does-not-compile', loading.error.message)
  }
  if (loading.reason === 'timeout') {
    return fault('timeout', 'Your file waits at its top level for something that never comes.')
  }
  const explanation = explain(loading.error, own)
  const state = explanation.state === 'failed' ? 'threw' : explanation.state
  return { ...explanation, state, got: `While your file was loaded: ${explanation.got}` }
}

/** An error outside any test is the submission's: the tests catch what they throw themselves. */
function strayFault(explanation: Explanation): Explanation {
  if (explanation.state !== 'failed') return explanation
  return { ...explanation, state: 'crashed', got: `Outside any test: ${explanation.got}` }
}

function fault(state: VerdictState, got: string): Explanation {
  return { state, got, frames: [] }
}

function settled(id: string, heard: TestRun | undefined, outcome: Explanation): SettledTest {
  return {
    id,
    state: outcome.state,
    got: outcome.got === '' ? null : outcome.got,
    frames: outcome.frames,
    replay: (outcome.state === 'failed' ? heard?.errors[0]?.replay : undefined) ?? null,
    traceHash: traceHashOf(heard),
    console: heard?.console ?? [],
    ms: heard?.ms ?? null,
  }
}

function traceHashOf(heard: TestRun | undefined): string | null {
  if (heard?.worlds === undefined) return null
  return createHash('sha256').update(heard.worlds.hashes.join('\n')).digest('hex').slice(0, 16)
}
