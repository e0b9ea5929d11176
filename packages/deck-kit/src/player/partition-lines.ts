import type { NodeId } from '@five-pillars/simulator'

import { pointBetween } from '../drawing/geometry.ts'
import type { Point } from '../drawing/geometry.ts'
import { onCircle } from './layout.ts'
import type { Layout } from './layout.ts'
import type { ActiveFault } from './world-state.ts'

/** A broken red line: across the drawing, or all around one node. */
export type Divide =
  | { readonly kind: 'line'; readonly from: Point; readonly to: Point }
  | { readonly kind: 'ring'; readonly node: NodeId; readonly at: Point }

/** How far a line reaches beyond the circle of servers. */
const BEYOND = 46

/** The groups into which a fault divides the servers; undefined for one that divides nobody. */
export function groupsOf(
  { what, node }: ActiveFault,
  servers: readonly NodeId[],
): NodeId[][] | undefined {
  if (what.kind === 'isolate' || (what.kind === 'strike' && what.act === 'isolate')) {
    const alone = node ?? (typeof what.node === 'string' ? what.node : undefined)
    if (alone === undefined || !servers.includes(alone)) return undefined
    return [[alone], servers.filter((id) => id !== alone)]
  }
  if (what.kind !== 'partition') return undefined
  const named = new Set(what.groups.flat())
  const alone = servers.filter((id) => !named.has(id)).map((id) => [id])
  const groups = what.groups.map((group) => group.filter((id) => servers.includes(id)))
  return [...groups, ...alone].filter((group) => group.length > 0)
}

/** The lines that divide these groups, for the way in which the servers stand. */
export function divide(groups: readonly (readonly NodeId[])[], layout: Layout): Divide[] {
  const { servers } = layout
  if (layout.shape === 'columns') {
    return gaps(servers, groups, false).map((gap) => across(gap, layout))
  }
  if (layout.shape === 'row') return gaps(servers, groups, false).map((gap) => upright(gap, layout))
  const single = groups.filter((group) => group.length === 1)
  // A line beside one node of many would run through it.
  const ringed = servers.length > 3 ? single.flat() : []
  const rings = ringed.flatMap((id): Divide[] => {
    const at = layout.places.get(id)?.at
    return at === undefined ? [] : [{ kind: 'ring', node: id, at }]
  })
  const rest = groups.filter((group) => !ringed.includes(group[0] ?? ''))
  if (rest.length < 2) return rings
  return [...rings, ...lines(gaps(servers, rest, true), layout)]
}

/**
 * Places between neighbours of different groups, as the sum of their indexes halved. Who is in no
 * group has a ring of its own, and no line.
 */
function gaps(
  servers: readonly NodeId[],
  groups: readonly (readonly NodeId[])[],
  isRound: boolean,
): number[] {
  const found: number[] = []
  const drawn = servers.flatMap((id, index) => {
    const group = groups.findIndex((each) => each.includes(id))
    return group < 0 ? [] : [{ index, group }]
  })
  drawn.forEach(({ index, group }, no) => {
    const next = drawn[no + 1] ?? (isRound ? drawn[0] : undefined)
    if (next === undefined || next.group === group) return
    const nextIndex = next.index > index ? next.index : next.index + servers.length
    found.push((index + nextIndex) / 2)
  })
  return found
}

function upright(gap: number, { width, height, servers, places }: Layout): Divide {
  const left = places.get(servers[Math.floor(gap)] ?? '')?.at[0] ?? 0
  const right = places.get(servers[Math.ceil(gap)] ?? '')?.at[0] ?? width
  const x = (left + right) / 2
  return { kind: 'line', from: [x, 80], to: [x, height] }
}

/** Between two of a column, or from one column to the next. */
function across(gap: number, { width, height, nodeWidth, servers, places }: Layout): Divide {
  const before = places.get(servers[Math.floor(gap)] ?? '')?.at ?? [0, 0]
  const after = places.get(servers[Math.ceil(gap)] ?? '')?.at ?? [width, height]
  const [x, y] = pointBetween(before, after, 0.5)
  if (before[0] !== after[0]) return { kind: 'line', from: [x, 0], to: [x, height] }
  return { kind: 'line', from: [x - nodeWidth / 2 - 20, y], to: [width, y] }
}

function lines(found: readonly number[], layout: Layout): Divide[] {
  const { centre, radii, servers, turn } = layout
  const on = found.map((gap) => onCircle(centre, radii, (gap + turn) / servers.length))
  const [a, b] = on
  if (on.length === 2 && a !== undefined && b !== undefined) {
    return [{ kind: 'line', from: extend(b, a, layout), to: extend(a, b, layout) }]
  }
  return on.map((end) => ({ kind: 'line', from: centre, to: extend(centre, end, layout) }))
}

/** The way goes on beyond `to`, but not out of the drawing. */
function extend(from: Point, to: Point, { height }: Layout): Point {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  const wanted = pointBetween(from, to, 1 + BEYOND / Math.max(length, 1))
  const edge = wanted[1] < 0 ? 0 : wanted[1] > height ? height : undefined
  if (edge === undefined || from[1] === to[1]) return wanted
  return pointBetween(from, to, (edge - from[1]) / (to[1] - from[1]))
}

/** Half the sides of the ring around a node. */
export function ringHalf({ nodeWidth, nodeHeight }: Layout): Point {
  return [nodeWidth / 2 + 14, nodeHeight / 2 + 14]
}
