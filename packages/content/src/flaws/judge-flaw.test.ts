import fc from 'fast-check'
import { expect, test } from 'vitest'

import { contradictions, flawText, isFlawFound, scoreFlaws } from '../index.ts'
import type { Flawed, FlawGuesses } from '../index.ts'

const guess = fc.constantFrom<Flawed | undefined>('first', 'second', 'both', undefined)
const guesses = fc
  .tuple(...contradictions.map(() => guess))
  .map((given): FlawGuesses =>
    Object.fromEntries(contradictions.map(({ id }, index) => [id, given[index]])),
  )

test('a round counts what was guessed, and each guess as it is judged alone', () => {
  fc.assert(
    fc.property(guesses, (given) => {
      const { right, guessed, of, missed } = scoreFlaws(given)
      const judged = contradictions.flatMap(({ id }) => {
        const each = given[id]
        return each === undefined ? [] : [isFlawFound(id, each)]
      })
      expect([guessed, right]).toEqual([judged.length, judged.filter(Boolean).length])
      expect(missed).toHaveLength(guessed - right)
      expect(of).toBe(9)
    }),
  )
})

test('the flaw is not always in the same place', () => {
  const places = new Set(contradictions.map(({ flawed }) => flawed))
  expect(places.size).toBe(3)
  expect(new Set([...places].map(flawText)).size).toBe(3)
})

test('a pair that nobody guessed is not missed', () => {
  expect(scoreFlaws({})).toEqual({ right: 0, guessed: 0, of: 9, missed: [] })
  expect(() => isFlawFound('nobody', 'both')).toThrow('There is no contradiction "nobody"')
})
