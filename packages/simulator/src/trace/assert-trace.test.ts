import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { arbitraryTrace } from '../../fixtures/arbitrary-trace.ts'
import { readTrace } from '../../fixtures/read-trace.ts'
import { parseTrace } from './assert-trace.ts'

const trace = readTrace('two-leaders')
const last = `trace.events[${trace.events.length}]`

function withEvent(event: unknown): unknown {
  return { ...trace, events: [...trace.events, event] }
}

describe('parseTrace', () => {
  test('a trace is what it was after a way through JSON', () => {
    fc.assert(
      fc.property(arbitraryTrace(), (given) => {
        const json: unknown = JSON.parse(JSON.stringify(given))
        expect(parseTrace(json)).toBe(json)
      }),
    )
  })

  test.each([
    [null, 'trace is null: it has to be an object'],
    [[], 'trace is []: it has to be an object'],
    [{ ...trace, version: 2 }, 'trace.version is 2: it has to be 1'],
    [{ ...trace, world: undefined }, 'trace.world is missing: it has to be a text'],
    [{ ...trace, endMs: -1 }, 'trace.endMs is -1: it has to be milliseconds from 0 up'],
    [{ ...trace, healedAt: 'no' }, 'trace.healedAt is "no": it has to be milliseconds from 0 up'],
    [
      { ...trace, nodes: [{ id: 'a', role: 'boss' }] },
      'trace.nodes[0].role is "boss": it has to be "server" or "client"',
    ],
    [{ ...trace, show: { gauges: [1] } }, 'trace.show.gauges[0] is 1: it has to be a text'],
    [
      withEvent({ at: 420, kind: 'constructor' }),
      `${last}.kind is "constructor": it has to be one of send, deliver`,
    ],
    [
      withEvent({ at: 420, kind: 'deliver', message: 1.5 }),
      `${last}.message is 1.5: it has to be a whole number from 0 up`,
    ],
    [
      withEvent({ at: 420, kind: 'links', cut: [['a']] }),
      `${last}.cut[0] is ["a"]: it has to be a list of 2`,
    ],
    [
      withEvent({ at: 420, kind: 'fault', fault: 0, what: { kind: 'pause', at: 1, for: 1 } }),
      `${last}.what.node is missing: it has to be a text`,
    ],
    [withEvent({ at: 3, kind: 'heal' }), `${last}.at is 3, after one at 413.2`],
  ])('%#: the first wrong field is named', (value, complaint) => {
    expect(() => parseTrace(value)).toThrow(`Not a trace: ${complaint}`)
  })

  test('fields of a newer kit are let through', () => {
    expect(parseTrace({ ...trace, mood: 'good' })).toMatchObject({ mood: 'good' })
  })
})
