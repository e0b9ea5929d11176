import type { Trace } from '@five-pillars/simulator'
import { describe, expect, test } from 'vitest'

import { smallTrace } from './small-trace.ts'
import { momentsOf } from './world-state.ts'

/** Each moment as text: its time, and the nodes that are not simply up and following. */
function story(given: Partial<Trace>): string[] {
  return momentsOf(smallTrace(given)).map(({ at, state }) => {
    const nodes = [...state.nodes].flatMap(([id, { status, rank, gauges }]) => {
      const words = [
        status === 'up' ? '' : status,
        rank === 'follows' ? '' : rank,
        gauges.join(' '),
      ].filter((word) => word !== '')
      return words.length === 0 ? [] : [`${id} ${words.join(' ')}`]
    })
    return `${at}: ${nodes.join(', ')}`
  })
}

function leader(at: number, node: string, term: number): Trace['events'][number] {
  return { at, kind: 'emit', node, event: 'leader', data: { term } }
}

const show = { leader: 'leader' }

describe('nodes', () => {
  test('start, stand still, crash and start again', () => {
    const found = story({
      events: [
        { at: 0, kind: 'start', node: 'a' },
        { at: 5, kind: 'start', node: 'b' },
        { at: 10, kind: 'pause', node: 'a' },
        { at: 20, kind: 'resume', node: 'a' },
        { at: 30, kind: 'crash', node: 'b' },
        { at: 40, kind: 'restart', node: 'b' },
      ],
    })
    expect(found).toEqual(['0: b unborn', '5: ', '10: a paused', '20: ', '30: b down', '40: '])
  })

  test('have gauges, which a crash empties', () => {
    const found = story({
      show: { gauges: ['queue'] },
      events: [
        { at: 10, kind: 'emit', node: 'a', event: 'queue', data: 3 },
        { at: 20, kind: 'crash', node: 'a' },
      ],
    })
    expect(found).toEqual([
      '0: a 0, b 0, c 0, x 0',
      '10: a 3, b 0, c 0, x 0',
      '20: a down 0, b 0, c 0, x 0',
    ])
  })
})

describe('the leader', () => {
  test('of another term takes the ring, and the old one has led until it hears of it', () => {
    const found = story({
      show,
      events: [
        leader(10, 'a', 1),
        leader(20, 'b', 2),
        { at: 25, kind: 'send', message: 0, from: 'b', to: 'a', label: 'append' },
        { at: 30, kind: 'deliver', message: 0 },
      ],
    })
    expect(found).toEqual(['0: ', '10: a leads', '20: a led, b leads', '30: b leads'])
  })

  test('of the same term leads beside the other', () => {
    const found = story({ show, events: [leader(10, 'a', 3), leader(20, 'c', 3)] })
    expect(found.at(-1)).toBe('20: a leads, c leads')
  })

  test('steps down when it says so, and only then where nodes say so', () => {
    const found = story({
      show: { ...show, follower: 'follower' },
      events: [
        leader(10, 'a', 1),
        leader(20, 'b', 2),
        { at: 25, kind: 'send', message: 0, from: 'b', to: 'a', label: 'append' },
        { at: 30, kind: 'deliver', message: 0 },
        { at: 40, kind: 'emit', node: 'a', event: 'follower' },
      ],
    })
    expect(found.slice(2)).toEqual(['20: a led, b leads', '40: b leads'])
  })

  test('that crashes leads no more', () => {
    const found = story({
      show,
      events: [
        leader(10, 'a', 1),
        { at: 20, kind: 'crash', node: 'a' },
        { at: 30, kind: 'restart', node: 'a' },
      ],
    })
    expect(found.at(-1)).toBe('30: ')
  })
})

test('faults last until they end, and all end when the world is healed', () => {
  const what = { kind: 'ring', at: 10, for: 100 } as const
  const jump = { kind: 'clock-jump', at: 15, node: 'a', byMs: 5 } as const
  const moments = momentsOf(
    smallTrace({
      events: [
        { at: 10, kind: 'fault', fault: 0, what },
        { at: 11, kind: 'links', cut: [['a', 'b']] },
        { at: 15, kind: 'fault', fault: 1, what: jump },
        { at: 20, kind: 'fault', fault: 2, what, node: 'b' },
        { at: 30, kind: 'fault-ends', fault: 0 },
        { at: 40, kind: 'heal' },
      ],
    }),
  )
  const active = moments.map(({ at, state }) => [
    at,
    state.faults.map(({ fault }) => fault),
    state.cut.length,
  ])
  expect(active).toEqual([
    [0, [], 0],
    [10, [0], 0],
    [11, [0], 1],
    [20, [0, 2], 1],
    [30, [2], 1],
    [40, [], 0],
  ])
})
