/** Before everything else of an instant: what the world itself does. */
export const FIRST = -(2 ** 31)

/**
 * A 32-bit draw as the place of an event among those of the same instant. Signed, because small
 * signed numbers need no memory of their own in V8, and every event has one.
 */
export function tieOf(draw: number): number {
  return (draw ^ FIRST) | 0
}

/** The place of what waited, in its order: right behind what the world does. */
export function tieOfWaiting(place: number): number {
  return FIRST + 1 + place
}
