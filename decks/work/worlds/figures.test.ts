import { figure, figures } from '@five-pillars/content'
import { expect, test } from 'vitest'

import queue from '../data/queue.json'
import storm from '../data/retry-storm.json'
import scaling from '../data/scaling.json'
import slow from '../data/slow-server.json'
import { amountsOf } from './figures.ts'

test('every figure that this deck measures has the amount that its runs give', () => {
  const own = figures.flatMap((each) =>
    each.verdict === 'measured' && each.measuredBy.includes('decks/work') ? [each] : [],
  )
  const printed = Object.fromEntries(own.map(({ id, amount }) => [id, amount]))
  const measured = amountsOf({ queue, 'retry-storm': storm, 'slow-server': slow })
  expect(measured, 'Run: npm --prefix decks/work run measure').toEqual(printed)
})

test('the peak of the curve on the slide is the one that content derives', () => {
  expect(figure('usl-peak').value).toContain(String(scaling.peak.workers))
})
