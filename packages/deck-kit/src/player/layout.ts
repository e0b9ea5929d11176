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
  /** Where its queues begin, which grow to the right; undefined for whoever never has one. */
  readonly queue: Point | undefined
}

export interface Layout {
  readonly shape: 'circle' | 'row' | 'columns'
  readonly width: number
  readonly height: number
  readonly nodeWidth: number
  readonly nodeHeight: number
  /** How long a queue may grow. */
  readonly queueRoom: number
  /** Middle and radii of the circle on which servers stand. */
  readonly centre: Point
  readonly radii: Point
  /** How far the circle is turned, in steps from one server to the next. */
  readonly turn: number
  readonly places: ReadonlyMap<NodeId, Place>
  /** Servers in their order around the circle, along the row or down the columns. */
  readonly servers: readonly NodeId[]
}

const NODE_HEIGHT = 48
export const CLIENT_RADIUS = 24
/** Width of a client's column, with its calls below it. */
const CLIENT_ROOM = 190
/** Height of a client with its calls below it; with less room they stand beside it. */
const CALL_ROOM = 92
/** Room beside the circle for notes. */
const NOTE_ROOM = 142
const WIDEST = 210
/** Between two columns of servers: a message has to be seen on its way. */
const COLUMN_GAP = 110
/** With so much a long queue has bars that can be counted. */
const QUEUE_ROOM = 230
const LETTER = 13

/**
 * Where there are queues, servers stand in columns, those that clients talk to first, and queues
 * grow to the right; others stand on a circle, with their clients at the left, and where there are
 * many at both sides. Two servers stand in a row, below their clients.
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
  const box: Box = { width, height, nodeWidth }
  const queued = queuedIn(trace)
  if (queued.size > 0) return inColumns(servers, clients, { ...box, queued }, linksOf(trace))
  if (servers.length < 3) return row(servers, clients, box)
  return circle(servers, clients, box, linksOf(trace))
}

interface Box {
  readonly width: number
  readonly height: number
  readonly nodeWidth: number
}

/** Servers that ever have a queue. */
function queuedIn({ show: { gauges = [] }, events }: Pick<Trace, 'show' | 'events'>): Set<NodeId> {
  return new Set(
    events.flatMap((event) =>
      event.kind === 'emit' && gauges.includes(event.event) ? [event.node] : [],
    ),
  )
}

function row(servers: readonly NodeId[], clients: readonly NodeId[], box: Box): Layout {
  const { width, height } = box
  const y = height - NODE_HEIGHT / 2 - 36
  const places = [
    ...servers.map((id, index): Place => {
      const x = ((index + 0.5) / servers.length) * width
      const note: Point = [x, y + NODE_HEIGHT / 2 + 26]
      return { id, role: 'server', at: [x, y], note, anchor: 'middle', queue: undefined }
    }),
    ...clients.map((id, index): Place => {
      const slot = width / clients.length
      const x = (index + 0.5) * slot - Math.min(60, slot / 2 - CLIENT_RADIUS - 4)
      return client(id, [x, 34], [x + CLIENT_RADIUS + 12, 28], 'start')
    }),
  ]
  const centre: Point = [width / 2, y]
  return { ...common(box, servers, places), shape: 'row', centre, radii: [0, 0], turn: 0 }
}

function inColumns(
  servers: readonly NodeId[],
  clients: readonly NodeId[],
  box: Box & { readonly queued: ReadonlySet<NodeId> },
  links: readonly Link[],
): Layout {
  const { width, height, nodeWidth, queued } = box
  const ranks = ranksOf(servers, clients, links)
  const left = clients.length > 0 ? CLIENT_ROOM : 0
  const step = nodeWidth + COLUMN_GAP
  const columnsWidth = ranks.length * step - COLUMN_GAP
  const spare = width - left - columnsWidth - QUEUE_ROOM - NOTE_ROOM
  const first = left + Math.max(clients.length > 0 ? 30 : 0, Math.min(COLUMN_GAP, spare))
  const queueAt = first + columnsWidth + 12
  const places = ranks.flatMap((ids, rank) =>
    ids.map((id, index): Place => {
      const x = first + rank * step + nodeWidth / 2
      const y = ((index + 0.5) / ids.length) * height
      const note: Point = [width, y + 7]
      const queue: Point | undefined = queued.has(id) ? [x + nodeWidth / 2 + 12, y] : undefined
      return { id, role: 'server', at: [x, y], note, anchor: 'end', queue }
    }),
  )
  const most = Math.max(1, ...ranks.map((rank) => rank.length))
  return {
    ...common(box, ranks.flat(), [...places, ...columns(clients, false, box)]),
    nodeHeight: Math.min(NODE_HEIGHT, height / most - 8),
    shape: 'columns',
    centre: [width / 2, height / 2],
    radii: [0, 0],
    turn: 0,
    queueRoom: Math.max(60, width - queueAt - NOTE_ROOM),
  }
}

/** Servers by how many links away from the clients they are. */
function ranksOf(
  servers: readonly NodeId[],
  clients: readonly NodeId[],
  links: readonly Link[],
): NodeId[][] {
  const ranks: NodeId[][] = []
  let left = [...servers]
  let before: readonly NodeId[] = clients
  while (left.length > 0) {
    const near = new Set(before)
    const talksTo = (id: NodeId): boolean =>
      links.some(({ a, b }) => (a === id && near.has(b)) || (b === id && near.has(a)))
    const next = left.filter(talksTo)
    // Whoever nobody talks to stands with the last.
    const rank = next.length > 0 ? next : left
    ranks.push(rank)
    left = left.filter((id) => !rank.includes(id))
    before = rank
  }
  return ranks
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
    const note: Point = [at[0] + side * (nodeWidth / 2 + 14), at[1] + 7]
    const anchor = side === 1 ? 'start' : 'end'
    return { id, role: 'server', at, note, anchor, queue: undefined }
  })
  return {
    ...common(box, servers, [...places, ...clientPlaces]),
    shape: 'circle',
    centre,
    radii,
    turn,
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
    const middle = ((isLeft ? index : index - half) + 0.5) * slot
    if (slot < CALL_ROOM) {
      const x = isLeft ? CLIENT_RADIUS + 6 : width - CLIENT_RADIUS - 6
      const away = isLeft ? CLIENT_RADIUS + 8 : -CLIENT_RADIUS - 8
      return client(id, [x, middle], [x + away, middle], isLeft ? 'start' : 'end')
    }
    const y = middle - 22
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
  return { id, role: 'client', at, note, anchor, queue: undefined }
}

function common(
  { width, height, nodeWidth }: Box,
  servers: readonly NodeId[],
  places: readonly Place[],
): Pick<
  Layout,
  'width' | 'height' | 'nodeWidth' | 'nodeHeight' | 'queueRoom' | 'servers' | 'places'
> {
  return {
    width,
    height,
    nodeWidth,
    nodeHeight: NODE_HEIGHT,
    queueRoom: 0,
    servers,
    places: new Map(places.map((place) => [place.id, place])),
  }
}
