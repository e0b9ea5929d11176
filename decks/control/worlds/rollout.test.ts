import fc from 'fast-check'
import { expect, test } from 'vitest'

import saved from '../data/rollout.json'
import { broker } from './broker.ts'
import { measureRollout } from './measure-rollout.ts'
import { dayOf, rollout, wrongOrders } from './rollout.ts'
import type { Way } from './rollout.ts'

const { decidedAtMs, forgotten, orderEveryMs, servers } = broker
const RUNS = { numRuns: 20 } as const

/** Which servers sent orders that nobody gave, in a part of a day. */
function wrongIn(way: Way, seed: number, fromMs: number, untilMs = Infinity): Set<string> {
  const { emitted } = rollout(way).run(dayOf(way, seed))
  const wrong = emitted.filter(({ data, at }) => Number(data) > 0 && at >= fromMs && at < untilMs)
  return new Set(wrong.map(({ node }) => node))
}

test('before anybody acts only the forgotten server does wrong', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      expect(wrongIn('rollback', seed, 0, decidedAtMs)).toEqual(new Set([forgotten]))
    }),
    RUNS,
  )
})

test('the rollback wakes the same code on all the others', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const allWereAsked = decidedAtMs + orderEveryMs * (servers.length + 2)
      expect(wrongIn('rollback', seed, allWereAsked)).toEqual(new Set(servers))
    }),
    RUNS,
  )
})

test('once the flag is off everywhere nothing goes wrong any more', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      expect(wrongIn('flag-off', seed, decidedAtMs + 2 * orderEveryMs)).toEqual(new Set())
    }),
    RUNS,
  )
})

test('in waves only the forgotten server does wrong, and it is stopped', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const { emitted, history } = rollout('waves').run(dayOf('waves', seed))
      const wrong = emitted.filter(({ data }) => Number(data) > 0)
      expect(new Set(wrong.map(({ node }) => node))).toEqual(new Set([forgotten]))
      const stopped = history.find(({ client }) => client === 'c1')
      expect(stopped?.outcome).toBe('fail')
      expect(wrong.at(-1)?.at).toBeLessThanOrEqual((stopped?.returnedAt ?? 0) + orderEveryMs)
    }),
    RUNS,
  )
})

test('each way does less harm than the one before it', () => {
  const { rollback, waves } = saved.wrong
  const harm = [rollback, saved.wrong['flag-off'], waves]
  expect(harm).toEqual(harm.toSorted((a, b) => b - a))
  expect(wrongOrders([])).toBe(0)
})

test('the saved measurement is what the broker gives today', () => {
  expect(measureRollout(), 'Run: npm --prefix decks/control run measure').toEqual(saved)
})
