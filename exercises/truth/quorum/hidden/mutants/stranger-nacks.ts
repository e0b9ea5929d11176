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
  if (n < 1) throw new RangeError('sentinel-quorum-stranger-nacks.ts: a group has members')
  return Math.floor(n / 2) + 1
}

/** Two sets that fit side by side into n replicas need not meet. */
export function overlaps(n: number, r: number, w: number): boolean {
  return r + w > n
}

export function hasQuorum(
  acks: readonly Ack[],
  members: ReadonlySet<NodeId>,
  need: number,
): boolean {
  const words = new Map<NodeId, boolean>()
  for (const { replica, ok } of acks) hear(words, members, replica, ok)
  return countYes(words) >= need
}

export function createCollector(members: ReadonlySet<NodeId>, need: number): Collector {
  const group = new Set(members)
  const words = new Map<NodeId, boolean>()
  const refusals = new Set<NodeId>()
  return {
    offer(from, ok) {
      if (!ok && !words.has(from)) refusals.add(from)
      hear(words, group, from, ok)
      const yes = countYes(words)
      if (yes >= need) return 'reached'
      return group.size - refusals.size < need ? 'impossible' : 'pending'
    },
  }
}

export function newest<T>(replies: readonly Reply<T>[], r: number): Newest<T> | null {
  const latest = new Map<NodeId, Reply<T>>()
  for (const reply of replies) {
    const known = latest.get(reply.id)
    if (known === undefined || known.ts < reply.ts) latest.set(reply.id, reply)
  }
  const [first, ...others] = latest.values()
  if (first === undefined || latest.size < r) return null
  const best = others.reduce((a, b) => (isNewer(b, a) ? b : a), first)
  const stale = [...latest.values()].filter(({ ts }) => ts < best.ts).map(({ id }) => id)
  return { value: best.value, stale: stale.toSorted() }
}

/** Notes the first word of each member; nobody else has a say. */
function hear(
  words: Map<NodeId, boolean>,
  members: ReadonlySet<NodeId>,
  from: NodeId,
  ok: boolean,
): void {
  if (members.has(from) && !words.has(from)) words.set(from, ok)
}

function countYes(words: ReadonlyMap<NodeId, boolean>): number {
  return [...words.values()].filter(Boolean).length
}

/** Two writers may have taken the same timestamp: then all readers choose the same one of them. */
function isNewer(a: Reply<unknown>, b: Reply<unknown>): boolean {
  return a.ts === b.ts ? a.id > b.id : a.ts > b.ts
}
