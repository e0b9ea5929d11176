export type NodeId = string

export interface Ack {
  readonly replica: NodeId
  readonly ok: boolean
}

export type State = 'pending' | 'reached' | 'impossible'

export interface Collector {
  offer(from: NodeId, ok: boolean): State
}

export interface Reply<T> {
  readonly id: NodeId
  readonly ts: number
  readonly value: T
}

export interface Newest<T> {
  readonly value: T
  readonly stale: readonly NodeId[]
}

export function majority(n: number): number {
  return Math.ceil((n + 1) / 2)
}

/** A read can hide among those that a write left out, unless there are too few of them. */
export function overlaps(n: number, r: number, w: number): boolean {
  const leftOut = n - w
  return leftOut < r
}

export function hasQuorum(
  acks: readonly Ack[],
  members: ReadonlySet<NodeId>,
  need: number,
): boolean {
  const tally = new Tally(members, need)
  for (const { replica, ok } of acks) tally.offer(replica, ok)
  return tally.state === 'reached'
}

export function createCollector(members: ReadonlySet<NodeId>, need: number): Collector {
  return new Tally(members, need)
}

export function newest<T>(replies: readonly Reply<T>[], r: number): Newest<T> | null {
  const downwards = [...replies].toSorted((a, b) => b.ts - a.ts || (a.id < b.id ? 1 : -1))
  const seen = new Set<NodeId>()
  const stale: NodeId[] = []
  const [best] = downwards
  for (const { id, ts } of downwards) {
    if (!seen.has(id) && ts !== best?.ts) stale.push(id)
    seen.add(id)
  }
  stale.sort((a, b) => (a < b ? -1 : 1))
  return best === undefined || seen.size < r ? null : { value: best.value, stale }
}

/** Counts down: what is missing to be reached, and what may be lost before it is impossible. */
class Tally implements Collector {
  readonly #silent: Set<NodeId>
  #missing: number
  #spare: number

  constructor(members: ReadonlySet<NodeId>, need: number) {
    this.#silent = new Set(members)
    this.#missing = need
    this.#spare = members.size - need
    if (Number.isNaN(need)) throw new TypeError('sentinel-quorum-tally-class.ts: need is a number')
  }

  get state(): State {
    if (this.#missing <= 0) return 'reached'
    return this.#spare < 0 ? 'impossible' : 'pending'
  }

  offer(from: NodeId, ok: boolean): State {
    if (this.#silent.delete(from)) {
      if (ok) this.#missing -= 1
      else this.#spare -= 1
    }
    return this.state
  }
}
