import { expect, test } from 'vitest'

import saved from '../data/day.json'
import { measureDay } from './measure-day.ts'

const { reference, forgetful } = saved

test('the saved day is what the exercise has recorded', async () => {
  expect(await measureDay(), 'Run: npm --prefix decks/finale run measure').toEqual(saved)
})

/** How much was missing to everybody in time, summed over the slots of the nth incident. */
function missing(incident: number): number {
  return reference
    .filter(({ second }) => second > incident * 100 && second <= (incident + 1) * 100)
    .reduce((sum, { inTime }) => sum + 100 - inTime, 0)
}

test('of six incidents the last one costs the users most, as the slide says', () => {
  const all = [0, 1, 2, 3, 4, 5].map(missing)
  expect(all.indexOf(Math.max(...all))).toBe(5)
})

test('a crashed replica is hardly felt, and a blind peak far less than a lost zone', () => {
  expect(missing(1)).toBeLessThan(missing(0) / 10)
  expect(missing(4)).toBeLessThan(missing(3))
})

test('until everybody returns the forgetful scaler is not felt at all', () => {
  const before = (day: typeof reference) =>
    day.filter(({ second }) => second <= 565).map(({ inTime }) => inTime)
  expect(before(forgetful)).toEqual(before(reference))
})

test('twenty seconds after all is well again it serves hardly anybody in time', () => {
  const worst = Math.min(
    ...forgetful.filter(({ second }) => second > 565).map(({ inTime }) => inTime),
  )
  expect(worst).toBeLessThan(20)
})
