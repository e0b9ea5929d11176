import type { Trace, TraceEvent } from '@five-pillars/simulator'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import example from '../../example/stale-leader.trace.json'
import { flightsOf, progressAt } from './flight.ts'
import type { Flight } from './flight.ts'
import { readTrace } from './read-trace.ts'
import { smallTrace } from './small-trace.ts'

const LINGER_MS = 20
const WAKE_MS = 10

function send(at: number, message: number, from: string, to: string, label = ''): TraceEvent {
  return { at, kind: 'send', message, from, to, label }
}

function flights(events: Trace['events']): Flight[] {
  return flightsOf(smallTrace({ events }), LINGER_MS, WAKE_MS)
}

describe('a message', () => {
  test('travels evenly from its sending to its arrival, and is gone then', () => {
    const [flight] = flights([send(10, 0, 'a', 'b'), { at: 50, kind: 'deliver', message: 0 }])
    expect(flight).toMatchObject({ from: 10, until: 50 })
    const way = flight && [10, 20, 30, 50].map((at) => progressAt(flight, at).way)
    expect(way).toEqual([0, 0.25, 0.5, 1])
  })

  test('that is lost at once is seen to leave, as fast as others, and ends in a cross', () => {
    const [, lost] = flights([
      send(10, 0, 'a', 'b'),
      send(20, 1, 'a', 'c'),
      { at: 20, kind: 'lose', message: 1, why: 'lost' },
      { at: 50, kind: 'deliver', message: 0 },
    ])
    expect(lost).toMatchObject({ from: 20, arrivesAt: 60, endsIn: 0.55, until: 42 + LINGER_MS })
    expect(lost && progressAt(lost, 40)).toEqual({ way: 0.5, isLost: false })
    expect(lost && progressAt(lost, 50)).toEqual({ way: 0.55, isLost: true })
  })

  test('that finds its receiver down ends at the door', () => {
    const [flight] = flights([
      send(10, 0, 'a', 'b'),
      { at: 50, kind: 'lose', message: 0, why: 'down' },
    ])
    expect(flight && progressAt(flight, 49).isLost).toBe(false)
    expect(flight && progressAt(flight, 50)).toEqual({ way: 1, isLost: true })
  })

  test('that is under way when the run ends never arrives', () => {
    const [flight] = flights([send(900, 0, 'a', 'b')])
    expect(flight?.arrivesAt).toBeGreaterThan(1000)
  })

  test('that is too fast to be seen leaves its way behind for a while', () => {
    const [fast, slow] = flights([
      send(0, 0, 'a', 'b'),
      { at: 4, kind: 'deliver', message: 0 },
      send(5, 1, 'a', 'b'),
      { at: 15, kind: 'deliver', message: 1 },
    ])
    expect(fast).toMatchObject({ isFast: true, arrivesAt: 4, until: WAKE_MS })
    expect(slow).toMatchObject({ isFast: false, arrivesAt: 15, until: 15 })
  })

  test('to oneself is not drawn', () => {
    expect(flights([send(0, 0, 'a', 'a'), { at: 1, kind: 'deliver', message: 0 }])).toEqual([])
  })
})

describe('labels', () => {
  test('what one says to many, or many to one, is labelled once', () => {
    const found = flights([
      send(0, 0, 'a', 'b', 'vote?'),
      send(0, 1, 'a', 'c', 'vote?'),
      send(1, 2, 'b', 'a', 'yes'),
      send(1, 3, 'c', 'a', 'yes'),
      send(1, 4, 'c', 'b', 'vote?'),
    ])
    expect(found.map(({ isLabelled }) => isLabelled)).toEqual([true, false, true, false, false])
  })

  test('no more than ten are shown at one time', () => {
    const found = flights(
      Array.from({ length: 30 }, (_, no) => send(no, no, 'a', 'b', `number ${no}`)),
    )
    expect(found.filter(({ isLabelled }) => isLabelled)).toHaveLength(10)
  })
})

test('no message of the example ever goes back', () => {
  const read = readTrace(example)
  const all = read.kind === 'trace' ? flightsOf(read.trace, LINGER_MS, WAKE_MS) : []
  const time = fc.double({ min: 0, max: 1500, noNaN: true })
  fc.assert(
    fc.property(fc.constantFrom(...all), time, time, (flight, one, other) => {
      const early = progressAt(flight, Math.max(flight.from, Math.min(one, other)))
      const late = progressAt(flight, Math.max(flight.from, one, other))
      expect(late.way).toBeGreaterThanOrEqual(early.way)
      expect(early.way).toBeGreaterThanOrEqual(0)
      expect(late.way).toBeLessThanOrEqual(1)
    }),
  )
})
