import type { TraceEvent } from '@five-pillars/simulator'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { layOut } from './layout.ts'
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
  const told = gauges.flatMap((event) =>
    nodes.map(({ id: node }) => ({ at: 0, kind: 'emit' as const, node, event, data: 1 })),
  )
  return layOut({ nodes, show: { gauges }, events: [...events, ...told] }, WIDTH, HEIGHT)
}

const sizes = [fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 6 })] as const

describe.for([
  ['on a circle', []],
  ['in columns with queues', ['queue']],
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
        const { places, servers: ids, nodeWidth, nodeHeight } = world(servers, clients, gauges)
        const points = ids.flatMap((id) => places.get(id)?.at ?? [])
        const middles = ids.map((_, no) => [points[no * 2] ?? 0, points[no * 2 + 1] ?? 0] as const)
        for (const [index, [x, y]] of middles.entries()) {
          for (const [otherX, otherY] of middles.slice(index + 1)) {
            const isApart = Math.abs(x - otherX) >= nodeWidth || Math.abs(y - otherY) >= nodeHeight
            expect(isApart).toBe(true)
          }
        }
      }),
    )
  })
})

test('who stands how', () => {
  expect([world(5, 1).shape, world(2, 1).shape, world(5, 1, ['queue']).shape]).toEqual([
    'circle',
    'row',
    'columns',
  ])
})

test('clients, whoever they talk to, and the rest stand one after the other, with room for queues', () => {
  const nodes = [
    { id: 'c1', role: 'client' as const },
    { id: 'c2', role: 'client' as const },
    ...['A', 'B', 'balancer', 'C', 'D', 'E'].map((id) => ({ id, role: 'server' as const })),
  ]
  const workers = ['A', 'B', 'C', 'D', 'E']
  const events = [
    ...['c1', 'c2'].map((from) => send(from, 'balancer')),
    ...workers.map((to) => send('balancer', to)),
    ...workers.map((node) => ({ at: 1, kind: 'emit', node, event: 'queue', data: 3 }) as const),
  ]
  const layout = layOut({ nodes, show: { gauges: ['queue'] }, events }, WIDTH, HEIGHT)
  const xOf = (id: string): number => layout.places.get(id)?.at[0] ?? 0
  expect(xOf('c1')).toBeLessThan(xOf('balancer'))
  expect(xOf('balancer')).toBeLessThan(xOf('A'))
  expect(new Set(workers.map(xOf)).size).toBe(1)
  expect(layout.places.get('balancer')?.queue).toBeUndefined()
  expect(layout.queueRoom).toBeGreaterThan(100)
  expect((layout.places.get('A')?.queue?.[0] ?? WIDTH) + layout.queueRoom).toBeLessThan(WIDTH)
})

function send(from: string, to: string): Extract<TraceEvent, { kind: 'send' }> {
  return { at: 0, kind: 'send', message: 0, from, to, label: '' }
}
