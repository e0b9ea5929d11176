import { pointBetween } from '../drawing/geometry.ts'
import type { Point } from '../drawing/geometry.ts'
import { progressAt } from '../player/flight.ts'
import type { Flight } from '../player/flight.ts'
import { edgePoints, laneOf } from '../player/lane.ts'
import type { Lane } from '../player/lane.ts'
import type { Layout } from '../player/layout.ts'
import type { Link } from '../player/links.ts'
import { spansAt } from '../player/span-index.ts'
import type { SpanIndex } from '../player/span-index.ts'

/** Something in the drawing that can be taken in hand. */
export type Thing = LinkThing | MessageThing

export interface LinkThing {
  readonly kind: 'link'
  readonly key: string
  readonly link: Link
  readonly from: Point
  readonly to: Point
}

export interface MessageThing {
  readonly kind: 'message'
  readonly key: string
  readonly flight: Flight
  readonly lane: Lane
  /** Where it is now. */
  readonly at: Point
}

/** The links between nodes that are drawn. */
export function linkThings(links: readonly Link[], layout: Layout): LinkThing[] {
  return links.flatMap((link): LinkThing[] => {
    const ends = edgePoints(link.a, link.b, layout)
    if (ends === undefined) return []
    return [{ kind: 'link', key: link.key, link, from: ends[0], to: ends[1] }]
  })
}

/** The messages that are under way at a time, and not lost yet. */
export function messageThings(
  flights: SpanIndex<Flight>,
  layout: Layout,
  at: number,
): MessageThing[] {
  return spansAt(flights, at).flatMap((flight): MessageThing[] => {
    const { way, isLost } = progressAt(flight, at)
    if (flight.isDoomed || isLost || at >= flight.arrivesAt) return []
    const lane = laneOf(flight.sender, flight.receiver, layout)
    if (lane === undefined) return []
    const key = `message ${flight.message}`
    return [{ kind: 'message', key, flight, lane, at: pointBetween(lane.from, lane.to, way) }]
  })
}

/** Units around a message and beside a link; a finger is not a mouse. */
const REACH = { message: 18, link: 11 } as const
const TOUCH = 1.7
/** Of links that lie on each other, as in a row, the shortest is meant. */
const SHORTER = 1 / 1000

/** What is under a pointer: a message before a link, the nearest of each. */
export function thingAt(
  point: Point,
  {
    links,
    messages,
  }: { readonly links: readonly LinkThing[]; readonly messages: readonly MessageThing[] },
  isTouch: boolean,
): Thing | undefined {
  const more = isTouch ? TOUCH : 1
  return (
    nearest(messages, REACH.message * more, ({ at }) => distance(point, at)) ??
    nearest(links, REACH.link * more, ({ from, to }) => {
      return distanceToLine(point, from, to) + distance(from, to) * SHORTER
    })
  )
}

function nearest<T>(
  things: readonly T[],
  reach: number,
  distanceOf: (thing: T) => number,
): T | undefined {
  let best: T | undefined
  let least = reach
  for (const thing of things) {
    const away = distanceOf(thing)
    if (away > least) continue
    best = thing
    least = away
  }
  return best
}

function distanceToLine(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const length = dx * dx + dy * dy || 1
  const way = ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / length
  return distance(point, pointBetween(from, to, Math.min(1, Math.max(0, way))))
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}
