import { figure, figures } from '@five-pillars/content'
import { expect, test } from 'vitest'

import register from '../data/register.json'
import { amountsOf } from './figures.ts'

test('every figure that this deck measures has the amount that its runs give', () => {
  const own = figures.flatMap((each) =>
    each.verdict === 'measured' && each.measuredBy.includes('decks/overview') ? [each] : [],
  )
  const printed = Object.fromEntries(own.map(({ id, amount }) => [id, amount]))
  expect(amountsOf(register), 'Run: npm --prefix decks/overview run measure').toEqual(printed)
})

test('the unit of the violations is the number of runs', () => {
  expect(figure('quorum-violations').unit).toContain(register.runs.toLocaleString('en-US'))
})
