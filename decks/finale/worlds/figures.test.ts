import { figure, figures } from '@five-pillars/content'
import { expect, test } from 'vitest'

import budget from '../data/budget.json'
import { film } from './budget.ts'
import { amountsOf } from './figures.ts'

test('every figure that this deck measures has the amount that its runs give', () => {
  const own = figures.flatMap((each) =>
    each.verdict === 'measured' && each.measuredBy.includes('decks/finale') ? [each] : [],
  )
  const printed = Object.fromEntries(own.map(({ id, amount }) => [id, amount]))
  expect(amountsOf({ budget }), 'Run: npm --prefix decks/finale run measure').toEqual(printed)
})

test.each([
  ['round-trip-virginia', film.farMs.Virginia],
  ['round-trip-sydney', film.farMs.Sydney],
] as const)('%s, which content derives, is twice the way of the world', (id, oneWayMs) => {
  expect(figure(id).value).toBe(`≥ ${2 * oneWayMs}`)
})

test('the slide draws what feels immediate where the figure says', () => {
  expect(figure('answer-feels-immediate').value).toBe('≈ 100')
})
