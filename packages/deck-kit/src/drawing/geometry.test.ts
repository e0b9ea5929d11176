import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { angleOf, shorten } from './geometry.ts'
import type { Point } from './geometry.ts'

const coordinate = fc.integer({ min: -1000, max: 1000 })
const point = fc.tuple(coordinate, coordinate)

function distance(from: Point, to: Point): number {
  return Math.hypot(to[0] - from[0], to[1] - from[1])
}

describe('shorten', () => {
  test('both ends give way by what they were asked for, on the same line', () => {
    const inset = fc.integer({ min: 0, max: 60 })
    fc.assert(
      fc.property(point, point, inset, inset, (from, to, start, end) => {
        fc.pre(distance(from, to) > start + end + 1)
        const [a, b] = shorten(from, to, start, end)
        expect(distance(from, a)).toBeCloseTo(start, 6)
        expect(distance(to, b)).toBeCloseTo(end, 6)
        expect(distance(from, a) + distance(a, b) + distance(b, to)).toBeCloseTo(
          distance(from, to),
          6,
        )
      }),
    )
  })

  test('parts that touch keep their whole link', () => {
    expect(shorten([0, 0], [30, 0], 42, 42)).toEqual([
      [0, 0],
      [30, 0],
    ])
  })
})

test('angles turn clockwise from the x axis, as SVG counts them', () => {
  expect([angleOf([0, 0], [5, 0]), angleOf([0, 0], [0, 5]), angleOf([0, 0], [-5, 0])]).toEqual([
    0, 90, 180,
  ])
})
