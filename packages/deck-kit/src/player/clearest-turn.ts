import type { NodeId } from '@five-pillars/simulator'

import type { Point } from '../drawing/geometry.ts'
import type { Link } from './links.ts'

/** Turns to choose from, in steps from one server to the next; the first of the best is taken. */
const TURNS = [0, 0.25, -0.25, 0.5, 0.125, -0.125, 0.375, -0.375] as const

/** Units that a link keeps away from the middle of a server it does not belong to. */
const CLEAR: Point = [40, 32]

/**
 * How far to turn a circle of servers so that the fewest links run behind a server that they do not
 * end at, which would look like two links.
 *
 * @param placeOf where the server of this index is, on a circle turned by so many steps
 */
export function clearestTurn(
  servers: readonly NodeId[],
  links: readonly Link[],
  clients: readonly { readonly id: NodeId; readonly at: Point }[],
  placeOf: (index: number, turn: number) => Point,
): number {
  const fixed = clients.map(({ id, at }) => [id, at] as const)
  const counts = TURNS.map((turn) => {
    const moved = servers.map((id, index) => [id, placeOf(index, turn)] as const)
    const points = new Map([...fixed, ...moved])
    return links.reduce((sum, link) => sum + hidden(link, points, moved), 0)
  })
  return TURNS[counts.indexOf(Math.min(...counts))] ?? 0
}

/** How many servers a link runs behind. */
function hidden(
  { a, b }: Link,
  points: ReadonlyMap<NodeId, Point>,
  servers: readonly (readonly [NodeId, Point])[],
): number {
  const from = points.get(a)
  const to = points.get(b)
  if (from === undefined || to === undefined) return 0
  return servers.filter(([id, at]) => id !== a && id !== b && isNear(at, from, to)).length
}

/** Whether a line comes so near a point that a box around it would be touched. */
function isNear(at: Point, from: Point, to: Point): boolean {
  // Measured in boxes, the box is a circle of radius 1.
  const [x, y] = [(at[0] - from[0]) / CLEAR[0], (at[1] - from[1]) / CLEAR[1]]
  const [dx, dy] = [(to[0] - from[0]) / CLEAR[0], (to[1] - from[1]) / CLEAR[1]]
  const length = dx * dx + dy * dy
  const way = length === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / length))
  return Math.hypot(x - way * dx, y - way * dy) < 1
}
