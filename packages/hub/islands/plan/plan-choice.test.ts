import { learningPaths, WEEKDAYS } from '@five-pillars/content'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { choiceFrom, queryOf } from './plan-choice.ts'

const TODAY = '2026-11-27'

function two(value: number): string {
  return String(value).padStart(2, '0')
}

test('an address gives back the choice that it was made of', () => {
  const choice = fc.record({
    path: fc.constantFrom(...learningPaths.map(({ id }) => id)),
    start: fc.constantFrom('2026-12-01', '2028-02-29'),
    hours: fc.integer({ min: 1, max: 160 }).map((quarters) => quarters / 4),
    time: fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([hour, minute]) => `${two(hour)}:${two(minute)}`),
    weekdays: fc.subarray([...WEEKDAYS], { minLength: 1 }),
  })
  fc.assert(
    fc.property(choice, (each) => {
      expect(choiceFrom(new URLSearchParams(queryOf(each)), TODAY)).toEqual(each)
    }),
  )
})

test('whatever an address says, the choice can be planned', () => {
  const names = fc.constantFrom('path', 'start', 'hours', 'time', 'days')
  fc.assert(
    fc.property(fc.array(fc.tuple(names, fc.string())), (pairs) => {
      const choice = choiceFrom(new URLSearchParams(pairs), TODAY)
      expect(choice.hours).toBeGreaterThan(0)
      expect(choice.weekdays.length).toBeGreaterThan(0)
      expect(learningPaths.map(({ id }) => id)).toContain(choice.path)
      expect(choice.time).toMatch(/^\d\d:\d\d$/)
    }),
  )
})
