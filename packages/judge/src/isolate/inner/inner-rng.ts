import type { Border } from './border.ts'
import { get, GivenTypeError, isArray, toNumber } from './primordials.ts'

/** A source of randomness as every exercise gives it: `next`, `int`, `pick` and `shuffle`. */
interface Rng {
  next(): unknown
  int(n: unknown): unknown
  pick(xs: unknown): unknown
  shuffle(xs: unknown): unknown
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
  const { heard } = outer

  /** What the submission asks with is made ready before: here nothing of it is looked into. */
  function ask(draw: 'int' | 'pick' | 'shuffle', given: unknown): unknown {
    try {
      if (heard.recording === undefined) return rng[draw](given)
      const args = outer.newArray<unknown>()
      args[0] = given
      return outer.invoke(rng[draw], rng, args)
    } catch (error) {
      throw border.errorToInner(error)
    }
  }

  function next(): unknown {
    try {
      if (heard.recording === undefined) return rng.next()
      return outer.invoke(rng.next, rng, outer.newArray())
    } catch (error) {
      throw border.errorToInner(error)
    }
  }

  return {
    next: () => border.toInner(next()),
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
