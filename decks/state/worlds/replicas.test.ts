import type { Call } from '@five-pillars/simulator'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import balance from '../data/balance.json'
import saved from '../data/replicas.json'
import { measureBalance } from './measure-balance.ts'
import { measureReplicas } from './measure-replicas.ts'
import { missingIn, primaryDies, replicas, shortStory } from './replicas.ts'

const ONE = { shoppers: 1 } as const

test('a primary that confirms at once and dies takes a confirmed order with it', () => {
  const { findings, history } = replicas({ waiting: 'none', ...ONE }).run(shortStory)
  expect(findings.map(({ text }) => text)).toEqual(['order 2 is gone'])
  expect(history.at(-1)?.output).toEqual([1])
})

/** c1 orders three times, c3 switches over, and c2, who waits for nothing, is shown the orders. */
const longStory = [
  ...[5, 50, 95].map((at, index) => ({ client: 'c1', at, call: callOf(index + 1) })),
  { client: 'c3', at: 300, call: callOf('switch') },
  { client: 'c2', at: 500, call: callOf('show') },
]

function callOf(input: unknown): Call {
  return { key: 'shop', input }
}

describe.each(['one', 'all'] as const)('a primary that waits for %s of the others', (waiting) => {
  test('loses no confirmed order, whenever it dies', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(250), (seed, at) => {
        const world = replicas({ waiting, shoppers: 2 })
        const options = { seed, plan: [primaryDies(at)], workload: longStory }
        const { findings, history } = world.run(options)
        expect(findings).toEqual([])
        expect(history.at(-1)).toMatchObject({ input: 'show', outcome: 'ok' })
      }),
    )
  })
})

test('what was confirmed only after the orders were shown is not missing', () => {
  const call = { client: 'c1', key: 'shop', outcome: 'ok' } as const
  const order = { ...call, input: 7, output: 'confirmed', invokedAt: 0, returnedAt: 30 }
  const show = { ...call, input: 'show', output: [], invokedAt: 20, returnedAt: 40 }
  expect(missingIn(show, [order, show])).toEqual([])
  expect(missingIn({ ...show, invokedAt: 30 }, [order, show])).toEqual([7])
})

test('the saved measurements are what the worlds give today', () => {
  expect(measureReplicas(), 'Run: npm --prefix decks/state run measure').toEqual(saved)
  expect(measureBalance(), 'Run: npm --prefix decks/state run measure').toEqual(balance)
}, 60_000)

test('the slower the answer, the more copies it waits for', () => {
  const medians = [saved.well.none, saved.well.one, saved.well.all].map((each) => each.medianMs)
  expect(medians).toEqual(medians.toSorted((a, b) => a - b))
})
