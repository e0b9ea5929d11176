import type { NodeId, Trace } from '@five-pillars/simulator'

import type { Point } from '../drawing/geometry.ts'
import { clearestTurn } from './clearest-turn.ts'
import { linksOf } from './links.ts'
import type { Link } from './links.ts'

/** Where one node stands, and where there is room for what belongs to it. */
export interface Place {
  readonly id: NodeId
  readonly role: 'server' | 'client'
  readonly at: Point
  /** Where its note begins. */
  readonly note: Point
  readonly anchor: 'start' | 'middle' | 'end'
  /** Middle of the foot of its first queue; further ones stand beside it. */
  readonly queue: Point
  /** Where the next queue stands: to the right or to the left. */
  readonly side: 1 | -1
}

export interface Layout {
  readonly shape: 'circle' | 'row'
  readonly width: number
  readonly height: number
  readonly nodeWidth: number
  /** How high a queue may grow. */
  readonly queueRoom: number
  /** Middle and radii of the circle on which servers stand. */
  readonly centre: Point
  readonly radii: Point
  /** How far the circle is turned, in steps from one server to the next. */
  readonly turn: number
  readonly places: ReadonlyMap<NodeId, Place>
  /** Servers in their order around the circle or along the row. */
  readonly servers: readonly NodeId[]
}

export const NODE_HEIGHT = 48
export const CLIENT_RADIUS = 24
export const QUEUE_WIDTH = 40
export const QUEUE_STEP = QUEUE_WIDTH + 12
/** Width of a client's column, with its calls below it. */
const CLIENT_ROOM = 190
/** Room beside the circle for notes. */
const NOTE_ROOM = 142
const WIDEST = 210
const LETTER = 13

/**
 * Servers with queues stand in a row, below their clients; others on a circle, with their clients
 * at the left, and where there are many at both sides.
 */
export function layOut(
  trace: Pick<Trace, 'nodes' | 'show' | 'events'>,
  width: number,
  height: number,
): Layout {
  const ids = (role: 'server' | 'client'): NodeId[] =>
    trace.nodes.filter((node) => node.role === role).map(({ id }) => id)
  const servers = ids('server')
  const clients = ids('client')
  const longest = Math.max(0, ...servers.map((id) => id.length))
  const nodeWidth = Math.max(58, longest * LETTER + 22)
  const gauges = trace.show.gauges?.length ?? 0
  const isRow = gauges > 0 || servers.length < 3
  const box: Box = { width, height, nodeWidth, gauges }
  if (isRow) return row(servers, clients, box)
  return circle(servers, clients, box, linksOf(trace))
}

interface Box {
  readonly width: number
  readonly height: number
  readonly nodeWidth: number
  readonly gauges: number
}

function row(servers: readonly NodeId[], clients: readonly NodeId[], box: Box): Layout {
  const { width, height, nodeWidth, gauges } = box
  const y = height - NODE_HEIGHT / 2 - 36
  const shift = (gauges * QUEUE_STEP) / 2
  const places = [
    ...servers.map((id, index): Place => {
      const x = ((index + 0.5) / servers.length) * width - shift
      return {
        id,
        role: 'server',
        at: [x, y],
        note: [x, y + NODE_HEIGHT / 2 + 26],
        anchor: 'middle',
        queue: [x + nodeWidth / 2 + QUEUE_STEP / 2 + 6, y + NODE_HEIGHT / 2 - 2],
        side: 1,
      }
    }),
    ...clients.map((id, index): Place => {
      const slot = width / clients.length
      const x = (index + 0.5) * slot - Math.min(60, slot / 2 - CLIENT_RADIUS - 4)
      return client(id, [x, 34], [x + CLIENT_RADIUS + 12, 28], 'start')
    }),
  ]
  const centre: Point = [width / 2, y]
  const queueRoom = y - 90
  return {
    ...common(box, servers, places),
    shape: 'row',
    centre,
    radii: [0, 0],
    turn: 0,
    queueRoom,
  }
}

function circle(
  servers: readonly NodeId[],
  clients: readonly NodeId[],
  box: Box,
  links: readonly Link[],
): Layout {
  const { width, height, nodeWidth } = box
  const isBothSides = clients.length > 3
  const left = clients.length > 0 ? CLIENT_ROOM : 0
  const right = isBothSides ? width - CLIENT_ROOM : width
  const centre: Point = [(left + right) / 2, height / 2]
  const room = (right - left) / 2 - nodeWidth / 2 - (isBothSides ? 60 : NOTE_ROOM)
  const radii: Point = [Math.min(WIDEST, room), height / 2 - NODE_HEIGHT / 2 - 10]
  const clientPlaces = columns(clients, isBothSides, box)
  const turn = clearestTurn(servers, links, clientPlaces, (index, by) =>
    onCircle(centre, radii, (index + by) / servers.length),
  )
  const places = servers.map((id, index): Place => {
    const at = onCircle(centre, radii, (index + turn) / servers.length)
    const side = at[0] >= centre[0] - 1 ? 1 : -1
    const x = at[0] + side * (nodeWidth / 2 + 14)
    const queue: Point = [x + (side * QUEUE_WIDTH) / 2, at[1] + NODE_HEIGHT / 2 - 2]
    const note: Point = [x + side * box.gauges * QUEUE_STEP, at[1] + 7]
    return { id, role: 'server', at, note, anchor: side === 1 ? 'start' : 'end', queue, side }
  })
  const queueRoom = NODE_HEIGHT
  return {
    ...common(box, servers, [...places, ...clientPlaces]),
    shape: 'circle',
    centre,
    radii,
    turn,
    queueRoom,
  }
}

/** Clients one below the other, at the left or at both sides. */
function columns(
  clients: readonly NodeId[],
  isBothSides: boolean,
  { width, height }: Box,
): Place[] {
  const half = isBothSides ? Math.ceil(clients.length / 2) : clients.length
  return clients.map((id, index) => {
    const isLeft = index < half
    const slot = height / (isLeft ? half : clients.length - half)
    const y = ((isLeft ? index : index - half) + 0.5) * slot - 22
    const x = isLeft ? CLIENT_ROOM / 2 - 10 : width - CLIENT_ROOM / 2 + 10
    return client(id, [x, y], [x, y + CLIENT_RADIUS + 24], 'middle')
  })
}

/** A point of the circle; turns count from the top, clockwise. */
export function onCircle(centre: Point, radii: Point, turns: number): Point {
  const angle = turns * 2 * Math.PI
  return [centre[0] + radii[0] * Math.sin(angle), centre[1] - radii[1] * Math.cos(angle)]
}

function client(id: NodeId, at: Point, note: Point, anchor: Place['anchor']): Place {
  return { id, role: 'client', at, note, anchor, queue: at, side: 1 }
}

function common(
  { width, height, nodeWidth }: Box,
  servers: readonly NodeId[],
  places: readonly Place[],
): Pick<Layout, 'width' | 'height' | 'nodeWidth' | 'servers' | 'places'> {
  return {
    width,
    height,
    nodeWidth,
    servers,
    places: new Map(places.map((place) => [place.id, place])),
  }
}
