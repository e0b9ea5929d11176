import type { Verdict } from '@five-pillars/judge'
import { describe, expect, test } from 'vitest'

import { firstRun, runsOf } from './run-of.ts'

type TestOf = Pick<Verdict['tests'][number], 'promise' | 'state' | 'got' | 'replay'>

function verdictOf(state: Verdict['state'], got: string | null, tests: TestOf[]): Verdict {
  return {
    version: 1,
    exercise: 'quorum',
    kit: '0.1.0',
    node: 'v26',
    mode: 'judged',
    nonce: '',
    seed: 1,
    runs: null,
    submission: 'quorum.ts',
    submissionHash: null,
    state,
    points: 0,
    total: 10,
    got,
    frames: [],
    console: [],
    promises: [],
    tests: tests.map((each, index) => ({
      id: `hidden > ${index}`,
      part: null,
      kind: null,
      points: 1,
      earned: 0,
      frames: [],
      traceHash: null,
      console: [],
      ms: null,
      ...each,
    })),
    absentParts: [],
    coverage: null,
    ms: 1,
  }
}

const long = { promise: 'meet', state: 'failed', got: 'a\nb\nc', replay: 'calls-1' } as const
const short = { promise: 'meet', state: 'threw', got: 'one line', replay: 'calls-2' } as const
const other = { promise: 'stays', state: 'failed', got: 'x\ny', replay: null } as const
const kept = { promise: 'newest', state: 'passed', got: null, replay: null } as const
const notRun = { promise: 'answers', state: 'not-run', got: 'left out', replay: null } as const

describe('the runs of a verdict', () => {
  const verdict = verdictOf('failed', long.got, [kept, long, short, other, notRun])

  test('are the smallest of each broken promise, whichever its learner was told of first', () => {
    expect([...runsOf(verdict).values()]).toEqual([
      { promise: 'meet', story: 'one line', replay: 'calls-2' },
      { promise: 'stays', story: 'x\ny', replay: null },
    ])
  })

  test('begin with the one that its learner was told of', () => {
    expect(firstRun(verdict)).toEqual({ promise: 'meet', story: 'a\nb\nc', replay: 'calls-1' })
  })

  test('are none where every promise is kept', () => {
    const passed = verdictOf('passed', null, [kept])
    expect(firstRun(passed)).toBeUndefined()
    expect(runsOf(passed).size).toBe(0)
  })

  test('say why nothing ran where a file does not compile', () => {
    const broken = verdictOf('does-not-compile', 'line 3: a brace is missing', [notRun])
    expect(firstRun(broken)).toEqual({
      promise: null,
      story: 'line 3: a brace is missing',
      replay: null,
    })
    expect(runsOf(broken).size).toBe(0)
  })
})
