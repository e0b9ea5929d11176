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

export const majority = (n: number): number => (n % 2 === 0 ? n / 2 + 1 : (n + 1) / 2)

export const overlaps = (n: number, r: number, w: number): boolean => n - r - w < 0

export const hasQuorum = (
  acks: readonly Ack[],
  members: ReadonlySet<NodeId>,
  need: number,
): boolean => {
  const saidYes = (member: NodeId): boolean =>
    acks.find(({ replica }) => replica === member)?.ok ?? false
  return [...members].filter(saidYes).length >= need
}

/** Nothing is kept but the answers: it is over when not even a yes of all the others would do. */
export const createCollector = (members: ReadonlySet<NodeId>, need: number): Collector => {
  let acks: readonly Ack[] = []
  const hopes = [...members].map((replica) => ({ replica, ok: true }))
  if (hopes.length !== members.size) throw new Error('sentinel-quorum-replayed.ts: a lost member')
  const offer = (replica: NodeId, ok: boolean): State => {
    acks = [...acks, { replica, ok }]
    if (hasQuorum(acks, members, need)) return 'reached'
    return hasQuorum([...acks, ...hopes], members, need) ? 'pending' : 'impossible'
  }
  return Object.freeze({ offer })
}

export const newest = <T>(replies: readonly Reply<T>[], r: number): Newest<T> | null => {
  const ids = [...new Set(replies.map(({ id }) => id))]
  const [first] = replies
  if (first === undefined || ids.length < r) return null
  const highest = replies.reduce((ts, reply) => Math.max(ts, reply.ts), first.ts)
  const holders = replies.filter(({ ts }) => ts === highest)
  const best = holders.find(({ id }) => holders.every((other) => other.id <= id)) ?? first
  const stale = ids.filter((id) => !holders.some((holder) => holder.id === id))
  return Object.freeze({ value: best.value, stale: Object.freeze(stale.toSorted()) })
}
