import { figure, figures } from '@five-pillars/content'
import { expect, test } from 'vitest'

import balance from '../data/balance.json'
import keys from '../data/keys.json'
import replicas from '../data/replicas.json'
import { amountsOf } from './figures.ts'

test('every figure that this deck measures has the amount that its runs give', () => {
  const own = figures.flatMap((each) =>
    each.verdict === 'measured' && each.measuredBy.includes('decks/state') ? [each] : [],
  )
  const printed = Object.fromEntries(own.map(({ id, amount }) => [id, amount]))
  expect(amountsOf({ balance, replicas }), 'Run: npm --prefix decks/state run measure').toEqual(
    printed,
  )
})

test('the unit of what is lost is the number of runs', () => {
  expect(figure('replica-lost-at-once').unit).toContain(replicas.runs.toLocaleString('en-US'))
})

test.each([
  ['mod-n-keys-moved', keys.movedPercent.modulo],
  ['ring-keys-moved', keys.movedPercent.ring],
] as const)('%s, which content derives, is what the servers do', (id, percent) => {
  expect(figure(id).value).toContain(`${Math.round(percent)} %`)
})
