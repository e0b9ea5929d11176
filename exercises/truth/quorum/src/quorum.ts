/** The name of a replica: any string. */
export type NodeId = string

/** What one replica said to one request. */
export interface Ack {
  readonly replica: NodeId
  /** True for yes, false for no. */
  readonly ok: boolean
}

/** `reached` and `impossible` are for ever; `pending` is everything else. */
export type State = 'pending' | 'reached' | 'impossible'

/** Collects the answers to one request as they come in. */
export interface Collector {
  /** Takes one answer and tells the state with it. An answer that does not count changes nothing. */
  offer(from: NodeId, ok: boolean): State
}

/** What one replica holds, in answer to a read. */
export interface Reply<T> {
  readonly id: NodeId
  /** When the value was written: the larger, the newer. */
  readonly ts: number
  readonly value: T
}

/** What a read comes to. */
export interface Newest<T> {
  readonly value: T
  /** The replicas whose replies are older than that, each once, sorted. */
  readonly stale: readonly NodeId[]
}

// TODO: part 1. The smallest number of n replicas of which any two groups share a member.
export function majority(_n: number): number {
  throw new Error('majority is not written yet: start at part 1 in src/quorum.ts')
}

// TODO: part 1. Does every set of r replicas share a member with every set of w, out of n?
export function overlaps(_n: number, _r: number, _w: number): boolean {
  throw new Error('overlaps is not written yet: it is in part 1')
}

// TODO: part 2. Did at least `need` members say yes?
export function hasQuorum(
  _acks: readonly Ack[],
  _members: ReadonlySet<NodeId>,
  _need: number,
): boolean {
  throw new Error('hasQuorum is not written yet: it is in part 2')
}

// TODO: part 2. The same question, asked again with every answer that comes in.
export function createCollector(_members: ReadonlySet<NodeId>, _need: number): Collector {
  throw new Error('createCollector is not written yet: it is in part 2')
}

// TODO: part 3. The newest value that r replicas know, and who is behind; null without r replicas.
export function newest<T>(_replies: readonly Reply<T>[], _r: number): Newest<T> | null {
  throw new Error('newest is not written yet: it is part 3')
}
