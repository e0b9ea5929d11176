import { expect, test } from 'vitest'

import saved from '../data/hysteresis.json'
import { lossy } from './lossy.ts'
import { measureHysteresis } from './measure-hysteresis.ts'

const MINUTES_MS = 300_000

test('who is patient takes out fewer machines that are well, and notices death later', () => {
  const { patience } = saved
  const alarms = patience.map((each) => each.falseAlarmsAnHour)
  const waits = patience.map((each) => each.noticedAfterS)
  expect(alarms).toEqual(alarms.toSorted((a, b) => b - a))
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
})

test('in a network that loses nothing nobody is taken out', () => {
  const { emitted } = lossy(1, MINUTES_MS).run({ seed: 1, profile: { loss: 0 } })
  expect(emitted).toEqual([])
})

test('whoever was taken out by mistake is taken in again', () => {
  const { emitted } = lossy(1, MINUTES_MS).run({ seed: 1 })
  const [out, back] = ['out', 'in'].map((news) => emitted.filter(({ event }) => event === news))
  expect(back?.length).toBeGreaterThan(0)
  expect((out?.length ?? 0) - (back?.length ?? 0)).toBeLessThanOrEqual(6)
})

test('the saved measurement is what the checker gives today', () => {
  expect(measureHysteresis(), 'Run: npm --prefix decks/control run measure').toEqual(saved)
})
