/** A place in the drawing's units, x to the right and y down. */
export type Point = readonly [x: number, y: number]

/** The point at a fraction of the way. */
export function pointBetween(from: Point, to: Point, at: number): Point {
  return [from[0] + (to[0] - from[0]) * at, from[1] + (to[1] - from[1]) * at]
}

/** The way without its first and last units, which the parts at its ends cover. */
export function shorten(from: Point, to: Point, start: number, end: number): [Point, Point] {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  if (length <= start + end) return [from, to]
  return [pointBetween(from, to, start / length), pointBetween(from, to, 1 - end / length)]
}

/** Direction of travel in degrees, clockwise from the x axis. */
export function angleOf(from: Point, to: Point): number {
  return (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI
}
