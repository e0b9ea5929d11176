import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { agoText, clockText, driftText, leftText, minutesText } from './time-words.ts'

/** A day in milliseconds, and as much over. */
const leftMs = fc.integer({ min: -86_400_000, max: 86_400_000 })

function secondsIn(text: string): number {
  return text
    .replace('+', '')
    .split(':')
    .map(Number)
    .reduce((sum, part) => sum * 60 + part, 0)
}

describe('what is left', () => {
  test('is off by less than a second, and is never said to be over before it is', () => {
    fc.assert(
      fc.property(leftMs, (ms) => {
        const text = leftText(ms)
        const seconds = text.startsWith('+') ? -secondsIn(text) : secondsIn(text)
        expect(Math.abs(seconds * 1000 - ms)).toBeLessThan(1000)
        expect(ms > 0 && seconds <= 0).toBe(false)
      }),
    )
  })

  test.each([
    [725_000, '12:05'],
    [3_725_000, '1:02:05'],
    [1, '0:01'],
    [0, '0:00'],
    [-999, '0:00'],
    [-40_500, '+0:40'],
  ])('%i ms is %s', (ms, text) => {
    expect(leftText(ms)).toBe(text)
  })
})

test.each([
  [0, 'on time'],
  [0.4, 'on time'],
  [14, '14 min behind'],
  [-3, '3 min ahead'],
  [75, '1 h 15 min behind'],
])('%d minutes of drift are "%s"', (minutes, text) => {
  expect(driftText(minutes)).toBe(text)
})

test('whole hours have no minutes, and less than one has no hours', () => {
  expect([120, 60, 59, 61].map(minutesText)).toEqual(['2 h', '1 h', '59 min', '1 h 1 min'])
})

test('what a clock that is behind sees of the future was just now', () => {
  expect(agoText(-5000)).toBe('just now')
  expect(agoText(120_000)).toBe('2 min')
})

test('a time of day is that of this machine', () => {
  expect(clockText(new Date(2026, 10, 27, 9, 5).getTime())).toBe('09:05')
})
