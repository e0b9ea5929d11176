import fc from 'fast-check'
import { expect, test } from 'vitest'

import { hasRoom, labelBox } from './label-room.ts'

const lane = { label: [10, -12], anchor: 'start' } as const
const place = fc.integer({ min: -500, max: 500 })

test('a label has no room where another one lies, and has it beside, above and below', () => {
  const there = labelBox([100, 100], lane, 'request 1')
  expect(hasRoom(labelBox([120, 105], lane, 'request 2'), [there])).toBe(false)
  expect(hasRoom(labelBox([200, 100], lane, 'request 2'), [there])).toBe(true)
  expect(hasRoom(labelBox([100, 121], lane, 'request 2'), [there])).toBe(true)
  expect(hasRoom(labelBox([100, 79], lane, 'request 2'), [there])).toBe(true)
  expect(hasRoom(there, [])).toBe(true)
})

test('room is mutual, and the same wherever both are moved to', () => {
  fc.assert(
    fc.property(
      place,
      place,
      place,
      place,
      fc.string(),
      fc.string(),
      (x, y, dx, dy, one, other) => {
        const [a, b] = [labelBox([0, 0], lane, one), labelBox([dx, dy], lane, other)]
        const room = hasRoom(a, [b])
        expect(hasRoom(b, [a])).toBe(room)
        const [c, d] = [labelBox([x, y], lane, one), labelBox([x + dx, y + dy], lane, other)]
        expect(hasRoom(c, [d])).toBe(room)
      },
    ),
  )
})

test('a label ends, is centred or begins at its place', () => {
  const boxes = (['end', 'middle', 'start'] as const).map((anchor) =>
    labelBox([0, 0], { label: [0, 0], anchor }, 'ab'),
  )
  expect(boxes.map(({ left, right }) => [left, right])).toEqual([
    [-19, 0],
    [-9.5, 9.5],
    [0, 19],
  ])
})
