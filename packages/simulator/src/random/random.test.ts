import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { createRng } from './create-rng.ts'
import { exponential, naturalLogarithm, unit } from './distributions.ts'
import { hashText, keyed, keyOf, mix } from './hash.ts'

const DRAWS = 1_000_000

/** Draws of one key, one after the other. */
function draws(seed: number): number[] {
  const key = keyOf(seed, 'test')
  return Array.from({ length: DRAWS }, (_, counter) => keyed(key, counter))
}

/** How many standard errors the mean of many draws lies from what it has to be. */
function sigmas(values: readonly number[], mean: number, deviation: number): number {
  const sum = values.reduce((total, value) => total + value, 0)
  return Math.abs(sum / values.length - mean) / (deviation / Math.sqrt(values.length))
}

describe('keyed draws', () => {
  const words = draws(20_261_126)

  test('a share of them is lost as often as it should, within three sigmas', () => {
    for (const share of [0.02, 0.15, 0.3]) {
      const lost = words.map((word) => (unit(word) < share ? 1 : 0))
      expect(sigmas(lost, share, Math.sqrt(share * (1 - share)))).toBeLessThan(3)
    }
  })

  test('uniform and exponential ones have their mean, within three sigmas', () => {
    expect(sigmas(words.map(unit), 0.5, Math.sqrt(1 / 12))).toBeLessThan(3)
    expect(sigmas(words.map(exponential), 1, 1)).toBeLessThan(3)
  })

  test('the exponential ones have the tail that they should', () => {
    for (const bound of [1, 3, 6]) {
      const share = Math.exp(-bound)
      const beyond = words.map((word) => (exponential(word) > bound ? 1 : 0))
      expect(sigmas(beyond, share, Math.sqrt(share * (1 - share)))).toBeLessThan(3)
    }
  })

  test('neighbouring keys and counters have nothing to do with each other', () => {
    const key = keyOf(1, 'link', 'a', 'b')
    const other = keyOf(1, 'link', 'b', 'a')
    const agree = Array.from({ length: 100_000 }, (_, counter) =>
      unit(keyed(key, counter)) < 0.5 === unit(keyed(other, counter)) < 0.5 ? 1 : 0,
    )
    expect(sigmas(agree, 0.5, 0.5)).toBeLessThan(4)
    const next = Array.from({ length: 100_000 }, (_, counter) =>
      unit(keyed(key, counter)) < 0.5 === unit(keyed(key, counter + 1)) < 0.5 ? 1 : 0,
    )
    expect(sigmas(next, 0.5, 0.5)).toBeLessThan(4)
  })
})

test('mixing never brings two words together', () => {
  const seen = new Set(Array.from({ length: 200_000 }, (_, word) => mix(word)))
  expect(seen.size).toBe(200_000)
})

test('texts that are alike have other hashes', () => {
  const texts = Array.from({ length: 20_000 }, (_, index) => `node-${index}`)
  expect(new Set(texts.map(hashText)).size).toBe(texts.length)
  expect(hashText('')).not.toBe(hashText('\0'))
})

test('the logarithm is right to twelve digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 32 }), (whole) => {
      expect(Math.abs(naturalLogarithm(whole) - Math.log(whole))).toBeLessThan(1e-12 * 23)
    }),
  )
})

describe('an rng', () => {
  test('is a function of its seed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [one, two] = [createRng(seed), createRng(seed)]
        for (let draw = 0; draw < 20; draw++) expect(one.next()).toBe(two.next())
      }),
    )
  })

  test('gives whole numbers below n, each as often', () => {
    const rng = createRng(7)
    const counts = [0, 0, 0, 0, 0, 0, 0]
    for (let draw = 0; draw < 70_000; draw++) {
      const value = rng.int(7)
      counts[value] = (counts[value] ?? 0) + 1
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(4 * 93)
  })

  test('shuffles into every order, as often', () => {
    const rng = createRng(3)
    const orders = new Map<string, number>()
    for (let turn = 0; turn < 60_000; turn++) {
      const order = rng.shuffle(['a', 'b', 'c']).join('')
      orders.set(order, (orders.get(order) ?? 0) + 1)
    }
    expect(orders.size).toBe(6)
    for (const count of orders.values()) expect(Math.abs(count - 10_000)).toBeLessThan(4 * 92)
  })

  test('picks one of the things themselves, and refuses what it cannot do', () => {
    const rng = createRng(1)
    const thing = { name: 'a' }
    expect(rng.pick([thing])).toBe(thing)
    expect(() => rng.pick([])).toThrow('nothing to pick')
    for (const n of [0, -1, 1.5, NaN, 2 ** 33]) expect(() => rng.int(n)).toThrow(`rng.int(${n})`)
  })
})
