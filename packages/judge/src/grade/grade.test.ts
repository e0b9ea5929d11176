import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Manifest } from '../manifest.ts'
import { emptyRun } from '../run/suite-run.ts'
import type { SuiteRun, TestRun } from '../run/suite-run.ts'
import { grade } from './grade.ts'
import { missingExports } from './missing-exports.ts'
import { ownFrames } from './own-frames.ts'

const manifest: Manifest = {
  slug: 'tally',
  version: 1,
  parts: [
    { id: 'core', title: 'Core', exports: ['createTally'], stretch: false },
    { id: 'top', title: 'Top', exports: ['mostFrequent'], stretch: true },
  ],
  promises: [
    { id: 'safe', text: 'Nothing bad happens.', kind: 'safety' },
    { id: 'live', text: 'Something good happens.', kind: 'liveness' },
    { id: 'fast', text: 'It happens soon.', kind: 'performance' },
  ],
  tests: [
    { id: 'a', promise: 'safe', part: 'core', points: 4 },
    { id: 'b', promise: 'live', part: 'core', points: 3 },
    { id: 'c', promise: 'fast', part: 'core', points: 2 },
    { id: 'd', promise: 'live', part: 'top', points: 1 },
  ],
  mutants: [],
  alternatives: [],
}
const own = ownFrames('src/tally.ts', '{"version":3,"sources":[],"names":[],"mappings":""}')
const all = { createTally: 'function', mostFrequent: 'function' }

function runOf(states: Record<string, TestRun['state']>, given: Partial<SuiteRun> = {}): SuiteRun {
  const tests = Object.entries(states).map(([id, state]) => {
    const error = { name: 'Error', message: `${id} broke`, stack: 'Error\n    at suite.ts:1:1' }
    const errors = state === 'failed' ? [error] : []
    const heard: TestRun = { state, errors, console: [], ms: 1 }
    return [id, heard] as const
  })
  const loading = { kind: 'loaded', types: all } as const
  return { ...emptyRun(), ending: 'complete', loading, tests: new Map(tests), ...given }
}

function graded(run: SuiteRun, types: Record<string, string> = all) {
  return grade(manifest, run, missingExports(manifest, types, 'src/tally.ts'), own)
}

describe('points', () => {
  const states = fc.constantFrom('passed', 'failed', 'skipped', 'waiting', 'running')
  const runs = fc.record({ a: states, b: states, c: states, d: states })

  test('a submission passes only when every test of the manifest reported a pass', () => {
    fc.assert(
      fc.property(runs, (each) => {
        const passed = Object.values(each).every((state) => state === 'passed')
        const { state, points, total } = graded(runOf(each))
        expect(state === 'passed').toBe(passed)
        expect(points === total).toBe(passed)
      }),
    )
  })

  test('while a safety promise is broken, the others score nothing', () => {
    fc.assert(
      fc.property(runs, (each) => {
        const { points } = graded(runOf({ ...each, a: 'failed' }))
        expect(points).toBe(0)
      }),
    )
  })

  test('what a liveness promise loses is its own', () => {
    const { points, total } = graded(runOf({ a: 'passed', b: 'failed', c: 'passed', d: 'passed' }))
    expect([points, total]).toEqual([7, 10])
  })

  test('a stretch part that is absent is left out of the total', () => {
    const run = runOf({ a: 'passed', b: 'passed', c: 'passed', d: 'skipped' })
    const { state, points, total, absentParts } = graded(run, { createTally: 'function' })
    expect({ state, points, total, absentParts }).toEqual({
      state: 'passed',
      points: 9,
      total: 9,
      absentParts: ['top'],
    })
  })

  test('no report at all is no pass', () => {
    expect(graded(runOf({})).state).toBe('not-run')
    expect(graded(emptyRun()).state).toBe('crashed')
  })
})

describe('states', () => {
  test('the first test that was not passed decides, in the order of the manifest', () => {
    const { state, got } = graded(runOf({ d: 'failed', b: 'failed', a: 'passed', c: 'running' }))
    expect({ state, got }).toEqual({ state: 'failed', got: 'b broke' })
  })

  test('a timeout belongs to the test that ran; those after it did not run', () => {
    const run = runOf(
      { a: 'passed', b: 'running', c: 'waiting', d: 'waiting' },
      { ending: 'timeout' },
    )
    expect(graded(run).tests.map((each) => each.state)).toEqual([
      'passed',
      'timeout',
      'not-run',
      'not-run',
    ])
  })

  test('a crash while nothing ran belongs to all that never came to run', () => {
    const { state, tests } = graded(runOf({ a: 'passed' }, { ending: 'crashed' }))
    expect(state).toBe('crashed')
    expect(tests.map((each) => each.state)).toEqual(['passed', 'crashed', 'crashed', 'crashed'])
  })

  test('an export that is missing, or is no function, is named', () => {
    expect(graded(runOf({}), {})).toMatchObject({
      state: 'missing-export',
      got: 'src/tally.ts does not export createTally: it exports nothing.',
    })
    expect(graded(runOf({}), { ...all, createTally: 'number' })).toMatchObject({
      state: 'missing-export',
      got: 'createTally is exported, but it is not a function: number.',
    })
  })

  test('an error outside any test spoils a run whose tests all passed', () => {
    const stray = { name: 'Error', message: 'no', stack: 'Error: no\n    at src/tally.ts:1:1' }
    const run = runOf({ a: 'passed', b: 'passed', c: 'passed', d: 'passed' }, { errors: [stray] })
    expect(graded(run)).toMatchObject({
      state: 'threw',
      points: 10,
      got: 'Your code threw Error: no',
    })
  })
})

test('the token of a failed run goes with its test, and with no other', () => {
  const run = runOf({ a: 'failed', b: 'failed', c: 'passed', d: 'passed' })
  for (const error of run.tests.get('a')?.errors ?? []) error.replay = 'eyJraXQ.1a2b'
  const replays = graded(run).tests.map(({ replay }) => replay)
  expect(replays).toEqual(['eyJraXQ.1a2b', null, null, null])
})
