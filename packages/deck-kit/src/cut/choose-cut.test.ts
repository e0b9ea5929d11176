import fc from 'fast-check'
import { expect, test } from 'vitest'

import { CutTooShort, chooseCut } from './choose-cut.ts'
import { priorities } from './priority.ts'

const slide = fc.record({
  priority: fc.constantFrom(...priorities),
  minutes: fc.integer({ min: 1, max: 40 }).map((tenths) => tenths / 10),
})
const deck = fc.array(slide, { minLength: 1, maxLength: 30 })
const slot = fc.integer({ min: 1, max: 60 })

const minutesOf = (slides: readonly { minutes: number }[]): number =>
  Math.round(slides.reduce((sum, { minutes }) => sum + minutes * 100, 0)) / 100

const musts = <T extends { priority: string }>(slides: readonly T[]): T[] =>
  slides.filter(({ priority }) => priority === 'must')

test('a cut has every must, keeps the order and fits', () => {
  fc.assert(
    fc.property(deck, slot, (slides, minutes) => {
      fc.pre(minutesOf(musts(slides)) <= minutes)
      const cut = chooseCut(slides, minutes)
      expect(cut.kept).toEqual(slides.filter((one) => cut.kept.includes(one)))
      expect([...cut.kept, ...cut.dropped].toSorted(byDeck(slides))).toEqual(slides)
      expect(musts(cut.dropped)).toEqual([])
      expect(cut.minutes).toBe(minutesOf(cut.kept))
      expect(cut.minutes).toBeLessThanOrEqual(minutes)
    }),
  )
})

test('musts that do not fit are refused', () => {
  fc.assert(
    fc.property(deck, slot, (slides, minutes) => {
      fc.pre(minutesOf(musts(slides)) > minutes)
      expect(() => chooseCut(slides, minutes)).toThrow(CutTooShort)
    }),
  )
})

test('nothing of the most important that is missing would still fit', () => {
  fc.assert(
    fc.property(deck, slot, (slides, minutes) => {
      fc.pre(minutesOf(musts(slides)) <= minutes)
      const { dropped, minutes: used } = chooseCut(slides, minutes)
      const rank = Math.min(...dropped.map(({ priority }) => priorities.indexOf(priority)))
      const next = dropped.filter(({ priority }) => priorities.indexOf(priority) === rank)
      for (const one of next) expect(minutesOf([one]) + used).toBeGreaterThan(minutes)
    }),
  )
})

test('a could waits until all shoulds are in', () => {
  const slides = [
    { priority: 'could', minutes: 1 },
    { priority: 'should', minutes: 9 },
    { priority: 'must', minutes: 2 },
  ] as const
  expect(chooseCut(slides, 5).kept).toEqual([slides[2]])
  expect(chooseCut(slides, 11).kept).toEqual([slides[1], slides[2]])
  expect(chooseCut(slides, 12).dropped).toEqual([])
})

test('the shortest cut is named when it is too long', () => {
  const slides = [{ priority: 'must', minutes: 2.5 }] as const
  expect(() => chooseCut(slides, 2)).toThrow('the shortest cut takes 2.5 minutes, longer than 2')
})

function byDeck<T>(slides: readonly T[]): (a: T, b: T) => number {
  return (a, b) => slides.indexOf(a) - slides.indexOf(b)
}
