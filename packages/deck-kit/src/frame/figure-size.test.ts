import { figures } from '@five-pillars/content'
import { expect, test } from 'vitest'

import { figureSize } from './figure-size.ts'

test('every figure of the kit stays large enough to be the one thing on its slide', () => {
  const small = figures.filter(({ value }) => figureSize(value) < 60)
  expect(small.map(({ id }) => id)).toEqual([])
})

test('a short value does not fill the sheet', () => {
  expect(figureSize('3')).toBe(190)
})
