import type { Env, Node, NodeId } from '@five-pillars/simulator'

export type RaftMsg =
  | { t: 'RequestVote'; term: number; lastIndex: number; lastTerm: number }
  | { t: 'Vote'; term: number; granted: boolean; forTerm: number }
  | { t: 'Append'; term: number; prevIndex: number; prevTerm: number; entries: []; commit: number }
  | { t: 'Appended'; term: number; ok: boolean; match: number }

export interface RaftOptions {
  readonly members: readonly NodeId[]
  readonly electionMs: readonly [number, number]
  readonly heartbeatMs: number
  readonly log: { readonly lastIndex: number; readonly lastTerm: number }
}

export function createRaft(env: Env<RaftMsg>, options: RaftOptions): Node<RaftMsg> {
  return new Raft(env, options)
}

/** Leader election of Raft (Ongaro and Ousterhout 2014, sections 5.2 and 5.4.1). */
class Raft implements Node<RaftMsg> {
  readonly #env: Env<RaftMsg>
  readonly #options: RaftOptions
  readonly #votes = new Set<NodeId>()
  #role: 'follower' | 'candidate' | 'leader' = 'follower'
  #term: number
  #votedFor: NodeId | null

  constructor(env: Env<RaftMsg>, options: RaftOptions) {
    this.#env = env
    this.#options = options
    this.#term = env.disk.get<number>('term') ?? 0
    this.#votedFor = env.disk.get<NodeId | null>('votedFor') ?? null
    if (options.members.length === 0) throw new Error('sentinel-raft-election-leader-campaigns.ts')
  }

  start(): void {
    this.#waitForLeader()
  }

  onTimer(name: string): void {
    if (name === 'election') this.#campaign()
    if (name === 'heartbeat' && this.#role === 'leader') this.#beat()
  }

  onMessage(from: NodeId, msg: RaftMsg): void {
    if (msg.term > this.#term) this.#follow(msg.term)
    if (msg.t === 'RequestVote') this.#vote(from, msg)
    if (msg.t === 'Append') this.#answerLeader(from, msg.term)
    if (msg.t === 'Vote' && msg.granted && msg.forTerm === this.#term) this.#count(from)
  }

  /** Nothing may be said about a term or a vote that a crash could still take back. */
  #save(term: number, votedFor: NodeId | null): void {
    this.#term = term
    this.#votedFor = votedFor
    this.#env.disk.put('term', term)
    this.#env.disk.put('votedFor', votedFor)
    this.#env.disk.sync()
  }

  #waitForLeader(): void {
    const [shortest, longest] = this.#options.electionMs
    this.#env.setTimer('election', shortest + this.#env.rng.int(longest - shortest + 1))
  }

  #follow(term: number): void {
    if (term > this.#term) this.#save(term, null)
    if (this.#role === 'leader') this.#waitForLeader()
    this.#role = 'follower'
  }

  #vote(from: NodeId, msg: Extract<RaftMsg, { t: 'RequestVote' }>): void {
    const { lastIndex, lastTerm } = this.#options.log
    const isBehind = (msg.lastTerm - lastTerm || msg.lastIndex - lastIndex) < 0
    const granted = !isBehind && msg.term === this.#term && [null, from].includes(this.#votedFor)
    if (granted) {
      this.#save(this.#term, from)
      this.#waitForLeader()
    }
    this.#env.send(from, { t: 'Vote', term: this.#term, granted, forTerm: msg.term })
  }

  #answerLeader(from: NodeId, term: number): void {
    const ok = term === this.#term
    if (ok) {
      this.#follow(term)
      this.#waitForLeader()
    }
    this.#env.send(from, { t: 'Appended', term: this.#term, ok, match: 0 })
  }

  #campaign(): void {
    this.#save(this.#term + 1, this.#env.id)
    this.#role = 'candidate'
    this.#votes.clear()
    this.#waitForLeader()
    this.#tellAll({ t: 'RequestVote', term: this.#term, ...this.#options.log })
    this.#count(this.#env.id)
  }

  #count(voter: NodeId): void {
    this.#votes.add(voter)
    if (this.#role !== 'candidate' || 2 * this.#votes.size <= this.#options.members.length) return
    this.#role = 'leader'
    this.#env.emit('leader', { term: this.#term })
    this.#beat()
  }

  #beat(): void {
    const { lastIndex: prevIndex, lastTerm: prevTerm } = this.#options.log
    this.#env.setTimer('heartbeat', this.#options.heartbeatMs)
    this.#tellAll({ t: 'Append', term: this.#term, prevIndex, prevTerm, entries: [], commit: 0 })
  }

  #tellAll(msg: RaftMsg): void {
    for (const peer of this.#env.peers) this.#env.send(peer, msg)
  }
}
