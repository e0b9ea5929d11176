import type { TestVerdict, Verdict, VerdictState } from './verdict.ts'

interface Outcome {
  state: VerdictState
  got?: string
  frames?: string[]
  console?: string[]
}

/**
 * A verdict for tests: of two tests the first has this outcome, and the second passed, unless
 * nothing was run.
 */
export function aVerdict({ state, got, frames = [], console = [] }: Outcome): Verdict {
  const first = {
    ...aTest('tally > counts', 'counts', 12),
    state,
    got: got ?? null,
    frames,
    console,
  }
  const whole = state === 'not-run'
  const second: TestVerdict = whole
    ? { ...aTest('tally > lists', 'lists', 3), state, earned: 0 }
    : aTest('tally > lists', 'lists', 3)
  const tests = [
    { ...first, got: whole ? null : first.got, earned: state === 'passed' ? 6 : 0 },
    second,
  ]
  const points = tests.reduce((sum, test) => sum + test.earned, 0)
  return {
    version: 1,
    exercise: 'tally',
    kit: '0.1.0',
    node: '26.10.0',
    mode: 'judged',
    nonce: 'once',
    seed: 5,
    runs: null,
    submission: 'src/tally.ts',
    submissionHash: null,
    state,
    points,
    total: 12,
    got: got ?? null,
    frames,
    console: [],
    promises: tests.map((test) => {
      const text = `The tally ${test.promise} each word, however often and in whatever order it came.`
      const { earned, state: own } = test
      return { id: test.promise ?? '', text, kind: 'safety', points: 6, earned, state: own }
    }),
    tests,
    absentParts: [],
    coverage: null,
    ms: 650,
  }
}

function aTest(id: string, promise: string, ms: number): TestVerdict {
  return {
    id,
    part: 'core',
    promise,
    kind: 'safety',
    points: 6,
    earned: 6,
    state: 'passed',
    got: null,
    frames: [],
    replay: null,
    traceHash: null,
    console: [],
    ms,
  }
}
