import fc from 'fast-check'
import { expect, test } from 'vitest'

import { kept } from './kept.ts'

const words = fc.array(fc.string())

test('kept cases are those that would be made, in each run of one seed', () => {
  const again = kept(words)
  const plain = fc.sample(words, { seed: 417, numRuns: 50 })
  expect(fc.sample(again, { seed: 417, numRuns: 50 })).toEqual(plain)
  expect(fc.sample(again, { seed: 417, numRuns: 50 })).toEqual(plain)
  expect(fc.sample(again, { seed: 418, numRuns: 50 })).not.toEqual(plain)
})

test('one seed makes each case once', () => {
  let made = 0
  const counted = kept(fc.nat().map((n) => [made++, n]))
  for (let property = 0; property < 3; property++) {
    fc.assert(
      fc.property(counted, () => {}),
      { seed: 417, numRuns: 20 },
    )
  }
  expect(made).toBe(20)
})

test('a kept case shrinks as any other', () => {
  const again = kept(words)
  expect(longWords(again)).toEqual(longWords(words))
  expect(longWords(again)).toEqual(longWords(words))
})

function longWords(cases: fc.Arbitrary<string[]>): unknown {
  const property = fc.property(cases, ({ length }) => length < 3)
  return fc.check(property, { seed: 417, numRuns: 50 }).counterexample
}
