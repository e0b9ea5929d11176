import type { NodeId } from '../contract.ts'
import type { Fault, FaultKind, Target } from './fault.ts'

/** Where the numbers of a drawn fault come from: a seed, or a generator that can shrink them. */
export interface Draws {
  /** A whole number from 0 to n − 1; small ones are the simpler ones. */
  int(n: number): number
}

export interface FaultMix {
  readonly kinds: readonly FaultKind[]
  readonly nodes: readonly NodeId[]
  /** Faults begin before this time, in milliseconds. */
  readonly untilMs: number
  /** Events whose last emitter is a target as well, such as `leader`. */
  readonly roles: readonly string[]
  readonly rules: readonly string[]
}

/** Kinds that a correct protocol on an honest disk must survive. */
export const usualKinds = [
  'crash',
  'pause',
  'partition',
  'isolate',
  'cut',
  'ring',
  'swizzle',
  'slow',
  'loss',
  'duplicate',
  'clock-jump',
] as const satisfies readonly FaultKind[]

const LONGEST_MS = 1500
/** Messages of a link that are lost or late one by one are among its first. */
const NTH_MAX = 20

/** One fault of the mix. The smaller the draws, the simpler, earlier and shorter it is. */
export function drawFault(draws: Draws, mix: FaultMix): Fault {
  const kind = pick(draws, mix.kinds)
  if (kind === 'strike') {
    const rule = pick(draws, mix.rules)
    const node = pick(draws, mix.nodes)
    return { kind, act: 'crash', rule, node, nth: 1 + draws.int(8), for: 1 + draws.int(40) }
  }
  if (kind === 'lose-message' || kind === 'delay-message') {
    const which = { ...way(draws, mix.nodes), nth: 1 + draws.int(NTH_MAX), afterMs: 0 }
    return kind === 'lose-message'
      ? { kind, ...which }
      : { kind, ...which, byMs: 10 + 10 * draws.int(LONGEST_MS / 10) }
  }
  const at = draws.int(Math.max(1, Math.floor(mix.untilMs)))
  const span = { at, for: 10 + 10 * draws.int(LONGEST_MS / 10) }
  switch (kind) {
    case 'crash':
    case 'pause':
    case 'isolate':
    case 'disk-full':
      return { kind, ...span, node: target(draws, mix) }
    case 'partition':
      return { kind, ...span, groups: groups(draws, mix.nodes) }
    case 'cut':
      return { kind, ...span, ...way(draws, mix.nodes) }
    case 'ring':
      return { kind, ...span }
    case 'swizzle':
      return { kind, ...span, nodes: some(draws, mix.nodes) }
    case 'slow':
      return { kind, ...span, node: target(draws, mix), extraMs: 10 + 10 * draws.int(30) }
    case 'loss':
    case 'duplicate':
      return { kind, ...span, share: (1 + draws.int(9)) / 10 }
    case 'clock-jump':
      return { kind, at, node: pick(draws, mix.nodes), byMs: 100 * (1 + draws.int(20)) }
    case 'clock-rate':
      return { kind, ...span, node: pick(draws, mix.nodes), rate: (5 + draws.int(11)) / 10 }
  }
}

function target(draws: Draws, { nodes, roles }: FaultMix): Target {
  const index = draws.int(nodes.length + roles.length)
  const role = roles[index - nodes.length]
  return role === undefined ? pick({ int: () => index }, nodes) : { last: role }
}

/** From one node to another, where there are two. */
function way(draws: Draws, nodes: readonly NodeId[]): { from: NodeId; to: NodeId } {
  const from = pick(draws, nodes)
  const others = nodes.filter((node) => node !== from)
  return { from, to: pick(draws, others.length > 0 ? others : nodes) }
}

/** Two groups, of which none is empty where there are two nodes. */
function groups(draws: Draws, nodes: readonly NodeId[]): NodeId[][] {
  const one = some(draws, nodes)
  return [one, nodes.filter((node) => !one.includes(node))]
}

/** At least one of the nodes, and not all of them unless there is only one. */
function some(draws: Draws, nodes: readonly NodeId[]): NodeId[] {
  const first = draws.int(nodes.length)
  const size = 1 + draws.int(Math.max(1, nodes.length - 1))
  return nodes.filter((_, index) => (index - first + nodes.length) % nodes.length < size)
}

function pick<T>(draws: Draws, xs: readonly T[]): T {
  const index = draws.int(xs.length)
  for (const chosen of xs.slice(index, index + 1)) return chosen
  throw new Error('nothing to draw from: a world has servers, and a mix has kinds')
}
