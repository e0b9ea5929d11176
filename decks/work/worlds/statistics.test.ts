import { expect, test } from 'vitest'

import { median, percentile } from './statistics.ts'

test('a percentile is the value that its share of all values does not exceed', () => {
  const values = Array.from({ length: 200 }, (_, index) => 200 - index)
  expect(percentile(values, 0.99)).toBe(198)
  expect(percentile(values, 1)).toBe(200)
  expect(percentile(values, 0)).toBe(1)
  expect(median([3, 1, 2])).toBe(2)
  expect(() => median([])).toThrow('0 values')
})
