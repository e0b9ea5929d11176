import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { layOut, NODE_HEIGHT } from './layout.ts'
import type { Layout } from './layout.ts'

const WIDTH = 868
const HEIGHT = 284

function world(servers: number, clients: number, gauges: readonly string[] = []): Layout {
  const nodes = [
    ...Array.from({ length: servers }, (_, no) => ({ id: `s${no}`, role: 'server' as const })),
    ...Array.from({ length: clients }, (_, no) => ({ id: `c${no}`, role: 'client' as const })),
  ]
  // Everybody talks to everybody.
  const events = nodes.flatMap(({ id: from }) =>
    nodes.map(({ id: to }) => ({ at: 0, kind: 'send' as const, message: 0, from, to, label: '' })),
  )
  return layOut({ nodes, show: { gauges }, events }, WIDTH, HEIGHT)
}

const sizes = [fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 6 })] as const

describe.for([
  ['on a circle', []],
  ['in a row with queues', ['queue']],
] as const)('servers %s', ([, gauges]) => {
  test('every node is inside the drawing', () => {
    fc.assert(
      fc.property(...sizes, (servers, clients) => {
        for (const { at } of world(servers, clients, gauges).places.values()) {
          expect(at[0]).toBeGreaterThan(20)
          expect(at[0]).toBeLessThan(WIDTH - 20)
          expect(at[1]).toBeGreaterThan(20)
          expect(at[1]).toBeLessThan(HEIGHT - 20)
        }
      }),
    )
  })

  test('no two servers overlap', () => {
    fc.assert(
      fc.property(...sizes, (servers, clients) => {
        const { places, servers: ids, nodeWidth } = world(servers, clients, gauges)
        const points = ids.flatMap((id) => places.get(id)?.at ?? [])
        const middles = ids.map((_, no) => [points[no * 2] ?? 0, points[no * 2 + 1] ?? 0] as const)
        for (const [index, [x, y]] of middles.entries()) {
          for (const [otherX, otherY] of middles.slice(index + 1)) {
            const isApart = Math.abs(x - otherX) >= nodeWidth || Math.abs(y - otherY) >= NODE_HEIGHT
            expect(isApart).toBe(true)
          }
        }
      }),
    )
  })
})

test('queues, and servers too few for a circle, stand in a row', () => {
  expect([world(5, 1).shape, world(2, 1).shape, world(5, 1, ['queue']).shape]).toEqual([
    'circle',
    'row',
    'row',
  ])
})
