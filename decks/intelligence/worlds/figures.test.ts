import { figures } from '@five-pillars/content'
import { expect, test } from 'vitest'

import healers from '../data/healers.json'
import hours from '../data/hours.json'
import outliers from '../data/outliers.json'
import sensors from '../data/sensors.json'
import { amountsOf } from './figures.ts'

test('every figure that this deck measures has the amount that its runs give', () => {
  const own = figures.flatMap((each) =>
    each.verdict === 'measured' && each.measuredBy.includes('decks/intelligence') ? [each] : [],
  )
  const printed = Object.fromEntries(own.map(({ id, amount }) => [id, amount]))
  expect(
    amountsOf({ hours, sensors, outliers, healers }),
    'Run: npm --prefix decks/intelligence run measure',
  ).toEqual(printed)
})

test('false alarms are as rare as the caveat of the outliers says', () => {
  const { mean, median } = outliers.falseAlarmPercent
  expect(Math.max(mean, median)).toBeLessThanOrEqual(1)
})
