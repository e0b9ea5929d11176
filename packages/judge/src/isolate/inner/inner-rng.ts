import type { Border } from './border.ts'
import { get, GivenTypeError, isArray, toNumber } from './primordials.ts'

/** A source of randomness as every exercise gives it: each of these is a function. */
type Rng = Readonly<Record<(typeof DRAWS)[number], object>>

const DRAWS = ['shuffle', 'pick', 'int', 'next'] as const

export function isRng(value: object): value is Rng {
  for (let index = 0; index < DRAWS.length; index += 1) {
    if (typeof get(value, DRAWS[index] ?? '') !== 'function') return false
  }
  return true
}

/**
 * The rng in the submission's realm. `pick` and `shuffle` never look into what they choose from, so
 * only places cross the border: what comes back is the very object, and nothing is copied.
 */
export function innerRng(rng: Rng, border: Border): object {
  const { outer } = border

  /** What the submission asks with is made ready before: here nothing of it is looked into. */
  function ask(draw: keyof Rng, ...given: readonly unknown[]): unknown {
    const args = outer.newArray<unknown>()
    if (given.length > 0) args[0] = given[0]
    try {
      return outer.invoke(rng[draw], rng, args)
    } catch (error) {
      throw border.errorToInner(error)
    }
  }

  return {
    next: () => border.toInner(ask('next')),
    int: (n: unknown) => {
      const most = own(() => border.toOuter(n), border)
      return border.toInner(ask('int', most))
    },
    pick: (xs: readonly unknown[]) => {
      const places = own(() => placesOf(xs, border), border)
      const place = ask('pick', places)
      return typeof place === 'number' ? xs[place] : border.toInner(place)
    },
    shuffle: (xs: readonly unknown[]) => {
      const places = own(() => placesOf(xs, border), border)
      const order = ask('shuffle', places)
      if (!isArray(order)) return border.toInner(order)
      const shuffled: unknown[] = []
      for (let index = 0; index < order.length; index += 1) {
        shuffled[index] = xs[toNumber(order[index])]
      }
      return shuffled
    },
  }
}

function own<Answer>(act: () => Answer, border: Border): Answer {
  try {
    return act()
  } catch (error) {
    throw border.ownError(error)
  }
}

function placesOf(xs: unknown, { outer }: Border): number[] {
  if (!isArray(xs)) throw new GivenTypeError('an rng picks from an array')
  const places = outer.newArray<number>()
  const { length } = xs
  for (let index = 0; index < length; index += 1) places[index] = index
  return places
}
