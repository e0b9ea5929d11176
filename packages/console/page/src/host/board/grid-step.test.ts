import fc from 'fast-check'
import { expect, test } from 'vitest'

import { gridStep } from './grid-step.ts'

const size = { rows: 30, columns: 7 }
const place = fc.record({ row: fc.nat(29), column: fc.nat(6) })
const keys = [
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'PageUp',
  'PageDown',
  'Home',
  'End',
]

test('no key leads off the board, and what one arrow does the other undoes', () => {
  fc.assert(
    fc.property(place, fc.constantFrom(...keys), (from, key) => {
      const to = gridStep(key, from, size)
      expect(to?.row).toBeGreaterThanOrEqual(0)
      expect(to?.row).toBeLessThan(size.rows)
      expect(to?.column).toBeGreaterThanOrEqual(0)
      expect(to?.column).toBeLessThan(size.columns)
    }),
  )
  expect(gridStep('ArrowDown', { row: 3, column: 2 }, size)).toEqual({ row: 4, column: 2 })
  expect(gridStep('ArrowRight', { row: 3, column: 2 }, size)).toEqual({ row: 3, column: 3 })
  expect(gridStep('End', { row: 3, column: 2 }, size)).toEqual({ row: 3, column: 6 })
})

test.each(['Tab', 'Enter', ' ', 'a', 'Escape'])('%j is not the board’s', (key) => {
  expect(gridStep(key, { row: 0, column: 0 }, size)).toBeUndefined()
})
