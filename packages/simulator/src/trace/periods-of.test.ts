import { describe, expect, test } from 'vitest'

import { periodsOf } from './periods-of.ts'
import type { Trace, TraceEvent } from './trace.ts'

function trace(events: readonly TraceEvent[], follower?: string): Trace {
  return {
    version: 1,
    world: 'w',
    kit: '0',
    seed: 1,
    hash: '',
    endMs: 100,
    healedAt: null,
    nodes: ['a', 'b'].map((id) => ({ id, role: 'server' })),
    events,
    findings: [],
    show: follower === undefined ? { leader: 'leader' } : { leader: 'leader', follower },
  }
}

function leads(at: number, node: string, term: number): TraceEvent {
  return { at, kind: 'emit', node, event: 'leader', data: { term } }
}

function hears(at: number, from: string, to: string): readonly TraceEvent[] {
  return [
    { at, kind: 'send', message: at, from, to, label: '' },
    { at, kind: 'deliver', message: at },
  ]
}

describe('periodsOf', () => {
  test('a node is down from its crash to its restart, or to the end', () => {
    const events: readonly TraceEvent[] = [
      { at: 10, kind: 'crash', node: 'a' },
      { at: 20, kind: 'restart', node: 'a' },
      { at: 30, kind: 'crash', node: 'a' },
    ]
    expect(periodsOf(trace(events))).toEqual([
      { kind: 'down', node: 'a', from: 10, to: 20 },
      { kind: 'down', node: 'a', from: 30, to: 100 },
    ])
  })

  test('a crash ends a pause and a reign', () => {
    const events: readonly TraceEvent[] = [
      leads(5, 'a', 1),
      { at: 10, kind: 'pause', node: 'a' },
      { at: 20, kind: 'crash', node: 'a' },
    ]
    expect(periodsOf(trace(events))).toEqual([
      { kind: 'leader', node: 'a', from: 5, to: 20 },
      { kind: 'paused', node: 'a', from: 10, to: 20 },
      { kind: 'down', node: 'a', from: 20, to: 100 },
    ])
  })

  test('an old leader leads until it hears from the new one', () => {
    const events = [leads(5, 'a', 1), ...hears(8, 'b', 'a'), leads(10, 'b', 2)]
    expect(periodsOf(trace([...events, ...hears(40, 'b', 'a')]))).toEqual([
      { kind: 'leader', node: 'a', from: 5, to: 40 },
      { kind: 'leader', node: 'b', from: 10, to: 100 },
    ])
  })

  test('two leaders of one term are equals, whatever they hear', () => {
    const events = [leads(5, 'a', 1), leads(10, 'b', 1), ...hears(40, 'b', 'a')]
    expect(periodsOf(trace(events)).map(({ to }) => to)).toEqual([100, 100])
  })

  test('where stepping down is emitted, only that counts', () => {
    const events = [leads(5, 'a', 1), leads(10, 'b', 2), ...hears(40, 'b', 'a')]
    const steps: TraceEvent = { at: 60, kind: 'emit', node: 'a', event: 'follower' }
    expect(periodsOf(trace([...events, steps], 'follower'))[0]).toMatchObject({ to: 60 })
  })
})
