import { figure, figures } from '@five-pillars/content'
import { expect, test } from 'vitest'

import cost from '../data/cost.json'
import election from '../data/election.json'
import register from '../data/register.json'
import { amountsOf } from './figures.ts'

test('every figure that this deck measures has the amount that its runs give', () => {
  const own = figures.flatMap((each) =>
    each.verdict === 'measured' && each.measuredBy.includes('decks/truth') ? [each] : [],
  )
  const printed = Object.fromEntries(own.map(({ id, amount }) => [id, amount]))
  expect(
    amountsOf({ cost, election, register }),
    'Run: npm --prefix decks/truth run measure',
  ).toEqual(printed)
})

test.each([
  ['board-backwards-two-of-three', register.runs],
  ['election-equal-waits-led', election.runs],
] as const)('the unit of %s is the number of runs', (id, runs) => {
  expect(figure(id).unit).toContain(runs.toLocaleString('en-US'))
})
