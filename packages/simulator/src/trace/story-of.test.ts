import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { arbitraryTrace } from '../../fixtures/arbitrary-trace.ts'
import { readTrace } from '../../fixtures/read-trace.ts'
import { headlineOf, storyOf } from './story-of.ts'
import { length } from './wrap-text.ts'

describe('storyOf', () => {
  test('its head is what was done and what happened', () => {
    expect(headlineOf(readTrace('two-leaders'))).toBe(
      'isolate the leader at 200 ms for 0.5 s → a and b both lead term 1',
    )
  })

  test('without faults and findings it says so', () => {
    const trace = { ...readTrace('two-leaders'), events: [], findings: [] }
    expect(storyOf(trace)).toBe('no fault at all → nothing breaks')
  })

  test('faults end where there were some: not at 0 ms', () => {
    const trace = { ...readTrace('two-leaders'), findings: [] }
    const healed = (at: number): string => storyOf({ ...trace, events: [{ at, kind: 'heal' }] })
    expect(healed(0)).toBe('no fault at all → nothing breaks')
    expect(healed(5)).toMatch(/\n +5 ms {2}all faults end$/)
  })

  test('of a long run the last events are told, and how many came before', () => {
    const trace = readTrace('two-leaders')
    const events = Array.from({ length: 20 }, (_, at) => {
      return { at, kind: 'crash', node: `n${at}` } as const
    })
    const lines = storyOf({ ...trace, events }).split('\n')
    expect(lines[2]).toBe('         …  10 more')
    expect(lines[3]).toBe('     10 ms  n10 crashes')
    expect(lines.at(-1)).toBe('  381.4 ms  broken: one leader per term')
    expect(lines).toHaveLength(14)
  })

  test('many faults are counted and the last three told', () => {
    const trace = readTrace('two-leaders')
    const events = [1, 2, 3, 4, 5].map((at) => {
      return { at, kind: 'fault', fault: at, what: { kind: 'ring', at, for: 1 } } as const
    })
    expect(headlineOf({ ...trace, events })).toMatch(/^2 earlier faults, then let .* at 3 ms/)
  })

  test('no line is longer than it may be, whatever the trace', () => {
    fc.assert(
      fc.property(arbitraryTrace(), fc.constantFrom(60, 80), (trace, columns) => {
        const lines = storyOf(trace, { columns }).split('\n')
        expect(Math.max(...lines.map(length))).toBeLessThanOrEqual(columns)
      }),
    )
  })
})
