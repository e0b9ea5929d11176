import type { Env, Node, NodeId } from '@five-pillars/simulator'

export type RaftMsg =
  | { t: 'RequestVote'; term: number; lastIndex: number; lastTerm: number }
  | { t: 'Vote'; term: number; granted: boolean; forTerm: number }
  | {
      t: 'Append'
      term: number
      prevIndex: number
      prevTerm: number
      entries: readonly unknown[]
      commit: number
    }
  | { t: 'Appended'; term: number; ok: boolean; match: number }
  | { t: 'PreVote'; term: number; lastIndex: number; lastTerm: number }
  | { t: 'PreVoted'; term: number; granted: boolean; forTerm: number }

interface RaftOptions {
  readonly members: readonly NodeId[]
  readonly electionMs: readonly [number, number]
  readonly heartbeatMs: number
  readonly log: { readonly lastIndex: number; readonly lastTerm: number }
}

type Role = 'follower' | 'pre-candidate' | 'candidate' | 'leader'

/** Asks whether it could win before it disturbs anybody with a new term (Ongaro 2014, 9.6). */
class PreVotingRaft implements Node<RaftMsg> {
  private role: Role = 'follower'
  private term: number
  private votedFor: NodeId | null
  private readonly supporters = new Map<NodeId, boolean>()
  private heardLeaderAt = -Infinity
  private readonly env: Env<RaftMsg>
  private readonly options: RaftOptions

  constructor(env: Env<RaftMsg>, options: RaftOptions) {
    this.env = env
    this.options = options
    const [term, votedFor] = env.disk.get<[number, NodeId | null]>('vote') ?? [0, null]
    this.term = term
    this.votedFor = votedFor
    if (options.members.length < 1) throw new Error('sentinel-raft-election-pre-vote.ts')
  }

  start(): void {
    this.rest()
  }

  onTimer(name: string): void {
    if (name === 'beat' && this.role === 'leader') this.beat()
    else if (name === 'rest' && this.role !== 'leader') this.ask('pre-candidate')
  }

  onMessage(from: NodeId, msg: RaftMsg): void {
    const { env } = this
    if (msg.t === 'PreVote') {
      const granted = msg.term > this.term && this.isGood(msg) && !this.hearsLeader()
      env.send(from, { t: 'PreVoted', term: this.term, granted, forTerm: msg.term })
      return
    }
    if (msg.term > this.term) {
      this.remember(msg.term, null)
      this.become('follower')
    }
    if (msg.t === 'PreVoted') {
      if (this.role === 'pre-candidate' && msg.forTerm === this.term + 1) {
        this.supporters.set(from, msg.granted)
        if (this.hasMajority()) this.ask('candidate')
      }
    } else if (msg.t === 'Vote') {
      if (this.role === 'candidate' && msg.forTerm === this.term) {
        this.supporters.set(from, msg.granted)
        if (this.hasMajority()) this.lead()
      }
    } else if (msg.t === 'RequestVote') {
      const granted = msg.term === this.term && this.isGood(msg) && (this.votedFor ?? from) === from
      if (granted) {
        this.remember(this.term, from)
        this.rest()
      }
      env.send(from, { t: 'Vote', term: this.term, granted, forTerm: msg.term })
    } else if (msg.t === 'Append') {
      if (msg.term === this.term) {
        this.become('follower')
        this.heardLeaderAt = env.now()
        this.rest()
      }
      env.send(from, { t: 'Appended', term: this.term, ok: msg.term === this.term, match: 0 })
    }
  }

  private remember(term: number, votedFor: NodeId | null): void {
    this.term = term
    this.votedFor = votedFor
    this.env.disk.put('vote', [term, votedFor])
    this.env.disk.sync()
  }

  private become(role: Role): void {
    if (this.role === 'leader' && role !== 'leader') this.rest()
    this.role = role
  }

  private rest(): void {
    const [from, to] = this.options.electionMs
    this.env.setTimer('rest', from + this.env.rng.int(to - from))
  }

  private hearsLeader(): boolean {
    const isRecent = this.env.now() - this.heardLeaderAt < this.options.electionMs[0]
    return this.role === 'leader' || (this.role === 'follower' && isRecent)
  }

  private isGood(log: { lastIndex: number; lastTerm: number }): boolean {
    const own = this.options.log
    if (log.lastTerm !== own.lastTerm) return log.lastTerm > own.lastTerm
    return log.lastIndex >= own.lastIndex
  }

  private hasMajority(): boolean {
    const yes = [...this.supporters.values()].filter(Boolean).length
    return yes > Math.floor(this.options.members.length / 2)
  }

  private ask(role: 'pre-candidate' | 'candidate'): void {
    const term = this.term + 1
    if (role === 'candidate') this.remember(term, this.env.id)
    this.become(role)
    this.supporters.clear()
    this.supporters.set(this.env.id, true)
    this.rest()
    const t = role === 'candidate' ? 'RequestVote' : 'PreVote'
    for (const peer of this.env.peers) this.env.send(peer, { t, term, ...this.options.log })
  }

  private lead(): void {
    this.become('leader')
    this.env.clearTimer('rest')
    this.env.emit('leader', { term: this.term })
    this.beat()
  }

  private beat(): void {
    const { lastIndex, lastTerm } = this.options.log
    for (const peer of this.env.peers) {
      this.env.send(peer, {
        t: 'Append',
        term: this.term,
        prevIndex: lastIndex,
        prevTerm: lastTerm,
        entries: [],
        commit: 0,
      })
    }
    this.env.setTimer('beat', this.options.heartbeatMs)
  }
}

export function createRaft(env: Env<RaftMsg>, options: RaftOptions): Node<RaftMsg> {
  return new PreVotingRaft(env, options)
}
