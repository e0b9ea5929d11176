import type { Border } from './border.ts'
import { get, GivenTypeError, isArray, toNumber } from './primordials.ts'

/** A source of randomness as every exercise gives it: `next`, `int`, `pick` and `shuffle`. */
interface Rng {
  next(): unknown
  int(n: unknown): unknown
  pick(xs: readonly number[]): unknown
  shuffle(xs: readonly number[]): unknown
}

export function isRng(value: object): value is Rng {
  return (
    typeof get(value, 'shuffle') === 'function' &&
    typeof get(value, 'pick') === 'function' &&
    typeof get(value, 'int') === 'function' &&
    typeof get(value, 'next') === 'function'
  )
}

/**
 * The rng in the submission's realm. `pick` and `shuffle` never look into what they choose from, so
 * only places cross the border: what comes back is the very object, and nothing is copied.
 */
export function innerRng(rng: Rng, border: Border): object {
  const { outer } = border

  function ask<Answer>(question: () => Answer): Answer {
    try {
      return question()
    } catch (error) {
      throw border.errorToInner(error)
    }
  }

  function placesOf(xs: unknown): number[] {
    if (!isArray(xs)) throw new GivenTypeError('an rng picks from an array')
    const places = outer.newArray<number>()
    for (let index = 0; index < xs.length; index += 1) places[index] = index
    return places
  }

  return {
    next: () => ask(() => border.toInner(rng.next())),
    int: (n: unknown) => ask(() => border.toInner(rng.int(border.toOuter(n)))),
    pick: (xs: readonly unknown[]) => {
      const place = ask(() => rng.pick(placesOf(xs)))
      return typeof place === 'number' ? xs[place] : border.toInner(place)
    },
    shuffle: (xs: readonly unknown[]) => {
      const order = ask(() => rng.shuffle(placesOf(xs)))
      if (!isArray(order)) return border.toInner(order)
      const shuffled: unknown[] = []
      for (let index = 0; index < order.length; index += 1) {
        shuffled[index] = xs[toNumber(order[index])]
      }
      return shuffled
    },
  }
}
