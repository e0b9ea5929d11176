import { figures } from '@five-pillars/content'
import { expect, test } from 'vitest'

import fleet from '../data/fleet.json'
import hysteresis from '../data/hysteresis.json'
import rollout from '../data/rollout.json'
import wanted from '../data/wanted.json'
import { amountsOf } from './figures.ts'

test('every figure that this deck measures has the amount that its runs give', () => {
  const own = figures.flatMap((each) =>
    each.verdict === 'measured' && each.measuredBy.includes('decks/control') ? [each] : [],
  )
  const printed = Object.fromEntries(own.map(({ id, amount }) => [id, amount]))
  const amounts = amountsOf({ fleet, hysteresis, rollout, wanted })
  expect(amounts, 'Run: npm --prefix decks/control run measure').toEqual(printed)
})
