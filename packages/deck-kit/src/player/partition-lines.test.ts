import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Point } from '../drawing/geometry.ts'
import { layOut } from './layout.ts'
import type { Layout } from './layout.ts'
import { divide, groupsOf } from './partition-lines.ts'

const SERVERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g']

function world(count: number, gauges: readonly string[]): Layout {
  const nodes = SERVERS.slice(0, count).map((id) => ({ id, role: 'server' as const }))
  const events = gauges.flatMap((event) =>
    nodes.map(({ id: node }) => ({ at: 0, kind: 'emit' as const, node, event, data: 1 })),
  )
  return layOut({ nodes, show: { gauges }, events }, 868, 284)
}

/** On which side of a line a point is. */
function side([x, y]: Point, from: Point, to: Point): number {
  return Math.sign((to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]))
}

describe.for([
  ['circle', []],
  ['columns', ['queue']],
] as const)('on a %s', ([shape, gauges]) => {
  test('one line has each of two groups of neighbours on a side of its own', () => {
    const cut = fc
      .integer({ min: 4, max: 7 })
      .chain((count) => fc.tuple(fc.constant(count), fc.integer({ min: 2, max: count - 2 })))
    fc.assert(
      fc.property(cut, ([count, first]) => {
        const layout = world(count, gauges)
        expect(layout.shape).toBe(shape)
        const groups = [layout.servers.slice(0, first), layout.servers.slice(first)]
        const [line, ...more] = divide(groups, layout)
        expect(more).toEqual([])
        if (line?.kind !== 'line') throw new Error('two groups have a line between them')
        const sides = groups.map(
          (group) =>
            new Set(
              group.map((id) => side(layout.places.get(id)?.at ?? [0, 0], line.from, line.to)),
            ),
        )
        expect(sides.map((each) => each.size)).toEqual([1, 1])
        expect(sides[0]).not.toEqual(sides[1])
      }),
    )
  })
})

describe('who is alone among many', () => {
  test('has a ring around it and no line beside it', () => {
    const layout = world(5, [])
    const [ring, ...more] = divide([['a', 'b', 'd', 'e'], ['c']], layout)
    expect(ring).toMatchObject({ kind: 'ring', node: 'c' })
    expect(more).toEqual([])
  })

  test('leaves the line between the others', () => {
    const kinds = divide([['a', 'b'], ['c'], ['d', 'e']], world(5, [])).map(({ kind }) => kind)
    expect(kinds).toEqual(['ring', 'line'])
  })
})

test('three groups have three lines that meet in the middle', () => {
  const layout = world(6, [])
  const lines = divide(
    [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ],
    layout,
  )
  expect(lines).toHaveLength(3)
  for (const line of lines) expect(line).toMatchObject({ kind: 'line', from: layout.centre })
})

describe('the groups of a fault', () => {
  const servers = ['a', 'b', 'c']
  const time = { at: 0, for: 1 }

  test('who is in no group of a partition is alone, and clients are in none', () => {
    const what = { ...time, kind: 'partition', groups: [['a', 'x']] } as const
    expect(groupsOf({ fault: 0, what }, servers)).toEqual([['a'], ['b'], ['c']])
  })

  test('an isolated node is one of them, whether named or struck', () => {
    const named = { ...time, kind: 'isolate', node: 'b' } as const
    const struck = { ...time, kind: 'isolate', node: { last: 'leader' } } as const
    const expected = [['b'], ['a', 'c']]
    expect(groupsOf({ fault: 0, what: named }, servers)).toEqual(expected)
    expect(groupsOf({ fault: 0, what: struck, node: 'b' }, servers)).toEqual(expected)
  })

  test('other faults divide nobody', () => {
    expect(groupsOf({ fault: 0, what: { ...time, kind: 'ring' } }, servers)).toBeUndefined()
  })
})
