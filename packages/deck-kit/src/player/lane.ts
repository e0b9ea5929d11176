import type { NodeId } from '@five-pillars/simulator'

import { shorten } from '../drawing/geometry.ts'
import type { Point } from '../drawing/geometry.ts'
import { CLIENT_RADIUS } from './layout.ts'
import type { Layout } from './layout.ts'

/** The way of messages from one node to another, from edge to edge. */
export interface Lane {
  readonly from: Point
  readonly to: Point
  /** Where a label stands, seen from its message: on the side where there is room. */
  readonly label: Point
  readonly anchor: 'start' | 'middle' | 'end'
}

/** Messages keep to the right, so that a question and its answer do not meet. */
const ASIDE = 5
const GAP = 8
/** Up to this slope a lane is flat. */
const FLAT = 0.75

export function laneOf(sender: NodeId, receiver: NodeId, layout: Layout): Lane | undefined {
  const a = layout.places.get(sender)
  const b = layout.places.get(receiver)
  if (a === undefined || b === undefined) return undefined
  const length = Math.hypot(b.at[0] - a.at[0], b.at[1] - a.at[1])
  if (length === 0) return undefined
  const dx = (b.at[0] - a.at[0]) / length
  const dy = (b.at[1] - a.at[1]) / length
  const start = edge(a.role, dx, dy, layout) + GAP
  const end = edge(b.role, dx, dy, layout) + GAP
  const right: Point = [a.at[0] - dy * ASIDE, a.at[1] + dx * ASIDE]
  const far: Point = [b.at[0] - dy * ASIDE, b.at[1] + dx * ASIDE]
  const [from, to] = shorten(right, far, start, end)
  const isServers = a.role === 'server' && b.role === 'server'
  return { from, to, ...labelSpot(from, to, isServers, layout) }
}

/** Beside a steep lane, away from the middle of the circle; above a flat one. */
function labelSpot(
  from: Point,
  to: Point,
  isServers: boolean,
  { centre, shape }: Layout,
): Pick<Lane, 'label' | 'anchor'> {
  const isFlat = Math.abs(to[1] - from[1]) < FLAT * Math.abs(to[0] - from[0])
  // It trails behind, clear of whoever its message comes to.
  if (shape === 'columns') {
    return to[0] > from[0]
      ? { label: [-10, -12], anchor: 'end' }
      : { label: [10, -12], anchor: 'start' }
  }
  if (isFlat || (!isServers && shape === 'circle')) {
    return { label: [0, -13], anchor: 'middle' }
  }
  const isRight = (from[0] + to[0]) / 2 >= centre[0] - 1
  return isRight ? { label: [13, 6], anchor: 'start' } : { label: [-13, 6], anchor: 'end' }
}

/** Where the line between two nodes leaves one part and meets the other. */
export function edgePoints(a: NodeId, b: NodeId, layout: Layout): [Point, Point] | undefined {
  const start = layout.places.get(a)
  const end = layout.places.get(b)
  if (start === undefined || end === undefined) return undefined
  const length = Math.hypot(end.at[0] - start.at[0], end.at[1] - start.at[1])
  if (length === 0) return undefined
  const dx = (end.at[0] - start.at[0]) / length
  const dy = (end.at[1] - start.at[1]) / length
  const [from, to] = [edge(start.role, dx, dy, layout), edge(end.role, dx, dy, layout)]
  return shorten(start.at, end.at, from, to)
}

/** Distance from the middle of a part to its edge, in a direction. */
function edge(
  role: 'server' | 'client',
  dx: number,
  dy: number,
  { nodeWidth, nodeHeight }: Pick<Layout, 'nodeWidth' | 'nodeHeight'>,
): number {
  if (role === 'client') return CLIENT_RADIUS
  const across = Math.abs(dx) < 1e-9 ? Infinity : nodeWidth / 2 / Math.abs(dx)
  const up = Math.abs(dy) < 1e-9 ? Infinity : nodeHeight / 2 / Math.abs(dy)
  return Math.min(across, up)
}
