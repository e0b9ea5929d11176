import type { InnerSide } from '../border-sides.ts'
import { Failure } from './failure.ts'

/**
 * Lets `Object.freeze` reach over the border: where the suite freezes the copy of a message, the
 * submission must not change the message either, as in a run where both share it.
 */
export function freezeBothSides({ freezeOriginal }: InnerSide): void {
  const { freeze } = Object
  Object.freeze = function freezeBoth<T>(value: T): Readonly<T> {
    if (typeof value !== 'object' || value === null) return freeze(value)
    try {
      if (freezeOriginal(value)) return value
    } catch (error) {
      throw Failure.thrownBy(error)
    }
    return freeze(value)
  }
}
