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

interface Slots extends Collector {
  members: readonly NodeId[]
  words: (boolean | undefined)[]
  need: number
  count(word: boolean): number
}

export function majority(n: number): number {
  return (n >> 1) + 1
}

/** Puts the read at one end and the write at the other, and looks for a replica in both. */
export function overlaps(n: number, r: number, w: number): boolean {
  const firstWritten = n - w
  for (let place = 0; place < r; place++) if (place >= firstWritten) return true
  return false
}

export function hasQuorum(
  acks: readonly Ack[],
  members: ReadonlySet<NodeId>,
  need: number,
): boolean {
  const slots = createSlots(members, need)
  for (const { replica, ok } of acks) slots.offer(replica, ok)
  return slots.count(true) >= need
}

export function createCollector(members: ReadonlySet<NodeId>, need: number): Collector {
  return createSlots(members, need)
}

/** One pass: whoever is overtaken is behind, unless a later reply lifts it again. */
export function newest<T>(replies: readonly Reply<T>[], r: number): Newest<T> | null {
  const known = new Map<NodeId, number>()
  let best: Reply<T> | null = null
  for (const reply of replies) {
    known.set(reply.id, Math.max(reply.ts, known.get(reply.id) ?? reply.ts))
    const isFirst = best === null
    const isLater = best !== null && reply.ts > best.ts
    const winsTie = best !== null && reply.ts === best.ts && reply.id > best.id
    if (isFirst || isLater || winsTie) best = reply
  }
  if (best === null || known.size < r) return null
  const { value, ts, id } = best
  const stale: NodeId[] = []
  for (const [replica, latest] of known) if (latest < ts) stale.push(replica)
  const extra = { ts, writer: id, replicas: known.size }
  return { value, stale: stale.toSorted(), ...extra }
}

const slotsOfAll = {
  offer(this: Slots, from: NodeId, ok: boolean): State {
    const slot = this.members.indexOf(from)
    if (slot >= 0) this.words[slot] ??= ok
    if (this.count(true) >= this.need) return 'reached'
    return this.members.length - this.count(false) >= this.need ? 'pending' : 'impossible'
  },
  count(this: Slots, word: boolean): number {
    return this.words.filter((said) => said === word).length
  },
}

function createSlots(members: ReadonlySet<NodeId>, need: number): Slots {
  const own = { members: [...members], words: Array.from(members, () => undefined), need }
  if (own.words.length !== members.size) throw new Error('sentinel-quorum-slots.ts: slots differ')
  return Object.assign(Object.create(slotsOfAll), own)
}
