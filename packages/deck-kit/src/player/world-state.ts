import { isInstant } from '@five-pillars/simulator'
import type { Fault, NodeId, Trace, TraceEvent } from '@five-pillars/simulator'

/** What one node is like. States are shared from moment to moment: nobody changes one. */
export interface NodeState {
  readonly status: 'unborn' | 'up' | 'paused' | 'down'
  /**
   * `leads` is the newest leader, or one of equals: two that emitted the same term. `led` is one
   * that has not yet heard from a newer leader, and may still believe in itself.
   */
  readonly rank: 'follows' | 'leads' | 'led'
  /** Values of the gauges, in the order of `trace.show.gauges`. */
  readonly gauges: readonly number[]
}

export interface ActiveFault {
  readonly fault: number
  readonly what: Fault
  /** The node that was hit, where one was. */
  readonly node?: NodeId
}

/** Everything about the world that changes at once; what takes time is a span. */
export interface WorldState {
  readonly nodes: ReadonlyMap<NodeId, NodeState>
  /** Directed links on which nothing passes. */
  readonly cut: readonly (readonly [NodeId, NodeId])[]
  readonly faults: readonly ActiveFault[]
  /** What the newest leader said of itself, such as its term, as JSON. */
  readonly reign?: string
}

/** The world from a time on. */
export interface Moment {
  readonly at: number
  readonly state: WorldState
}

/** The states of a run, each with the time from which it holds; the first holds from 0. */
export function momentsOf(trace: Trace): Moment[] {
  const pairs = new Map<number, readonly [NodeId, NodeId]>()
  let state = firstState(trace)
  const moments: Moment[] = [{ at: 0, state }]
  for (const event of trace.events) {
    if (event.kind === 'send') pairs.set(event.message, [event.from, event.to])
    const next =
      event.kind === 'deliver'
        ? hear(state, pairs.get(event.message), trace.show)
        : applyEvent(state, event, trace)
    if (next === state) continue
    state = next
    // Of several changes at one time only the last is ever seen.
    if (moments.at(-1)?.at === event.at) moments.pop()
    moments.push({ at: event.at, state })
  }
  return moments
}

function firstState({ nodes, events, show }: Trace): WorldState {
  const gauges = (show.gauges ?? []).map(() => 0)
  const starting = new Set(events.flatMap((each) => (each.kind === 'start' ? [each.node] : [])))
  return {
    nodes: new Map(
      nodes.map(({ id }) => {
        const status = starting.has(id) ? 'unborn' : 'up'
        return [id, { status, rank: 'follows', gauges }]
      }),
    ),
    cut: [],
    faults: [],
  }
}

function applyEvent(state: WorldState, event: TraceEvent, trace: Trace): WorldState {
  switch (event.kind) {
    case 'start':
    case 'restart':
    case 'resume':
      return withNode(state, event.node, { status: 'up' })
    case 'pause':
      return withNode(state, event.node, { status: 'paused' })
    case 'crash': {
      const gauges = (trace.show.gauges ?? []).map(() => 0)
      return withNode(state, event.node, { status: 'down', rank: 'follows', gauges })
    }
    case 'emit':
      return emit(state, event, trace.show)
    case 'links':
      return { ...state, cut: event.cut }
    case 'fault': {
      const { fault, what, node } = event
      const started = node === undefined ? { fault, what } : { fault, what, node }
      return isInstant(what) ? state : { ...state, faults: [...state.faults, started] }
    }
    case 'fault-ends':
      return { ...state, faults: state.faults.filter(({ fault }) => fault !== event.fault) }
    case 'heal':
      return { ...state, faults: [], cut: [] }
    case 'send':
    case 'deliver':
    case 'lose':
    case 'timer':
    case 'invoke':
    case 'return':
      break
  }
  return state
}

function emit(
  state: WorldState,
  event: { readonly node: NodeId; readonly event: string; readonly data?: unknown },
  show: Trace['show'],
): WorldState {
  if (event.event === show.leader) return crown(state, event.node, JSON.stringify(event.data) ?? '')
  if (event.event === show.follower) return withNode(state, event.node, { rank: 'follows' })
  const no = show.gauges?.indexOf(event.event) ?? -1
  const value = event.data
  if (no < 0 || typeof value !== 'number') return state
  const gauges = state.nodes.get(event.node)?.gauges.with(no, value)
  return gauges === undefined ? state : withNode(state, event.node, { gauges })
}

/** A new leader takes the ring; whoever led before keeps a dotted one, unless they are equals. */
function crown(state: WorldState, leader: NodeId, reign: string): WorldState {
  const isEqual = reign !== '' && reign === state.reign
  const nodes = new Map(state.nodes)
  for (const [id, node] of nodes) {
    if (id === leader) nodes.set(id, { ...node, rank: 'leads' })
    else if (node.rank === 'leads' && !isEqual) nodes.set(id, { ...node, rank: 'led' })
  }
  return { ...state, nodes, reign }
}

/** Where nobody says that he steps down, hearing from the present leader is taken for it. */
function hear(
  state: WorldState,
  pair: readonly [NodeId, NodeId] | undefined,
  show: Trace['show'],
): WorldState {
  if (pair === undefined || show.follower !== undefined) return state
  const [from, to] = pair
  const isNews = state.nodes.get(from)?.rank === 'leads' && state.nodes.get(to)?.rank === 'led'
  return isNews ? withNode(state, to, { rank: 'follows' }) : state
}

function withNode(state: WorldState, id: NodeId, change: Partial<NodeState>): WorldState {
  const node = state.nodes.get(id)
  if (node === undefined) return state
  return { ...state, nodes: new Map(state.nodes).set(id, { ...node, ...change }) }
}
