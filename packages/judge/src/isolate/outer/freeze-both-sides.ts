import type { InnerSide } from '../border-sides.ts'

/**
 * Lets `Object.freeze` reach over the border: where the suite freezes the copy of a message, the
 * submission must not change the message either, as in a run where both share it.
 */
export function freezeBothSides({ freezeOriginal }: InnerSide): void {
  const { freeze } = Object
  Object.freeze = function freezeBoth<T>(value: T): Readonly<T> {
    const isStandIn = typeof value === 'object' && value !== null && freezeOriginal(value)
    return isStandIn ? value : freeze(value)
  }
}
