import { once, simulate } from '@five-pillars/simulator'
import type { Env, Node, NodeId, Scenario } from '@five-pillars/simulator'

/** A group of servers that want exactly one of them to lead. */
export const group = {
  names: ['A', 'B', 'C', 'D', 'E'],
  heartbeatMs: 50,
  /** The shortest time without a leader after which a server asks for votes. */
  waitMs: 150,
  /** How much longer the longest one is, in the Raft paper's example. */
  spreadMs: 150,
  meanDelayMs: 10,
  runMs: 3000,
} as const

export type ElectionMessage =
  | { t: 'vote?'; term: number }
  | { t: 'yes' | 'no'; term: number; asked: number }
  | { t: 'I lead'; term: number }
  | { t: 'old'; term: number }

export interface ElectionOptions {
  servers?: number
  /** How much longer the longest wait for a leader is than the shortest; 0: all are equal. */
  spreadMs?: number
  spread?: 'constant' | 'uniform'
}

/**
 * The election of Raft (Ongaro and Ousterhout 2014, section 5.2) without a log: whoever hears no
 * leader for a while asks all others for their votes, each server has one vote a term, and more
 * than half of all servers make a leader.
 */
export function election({
  servers = group.names.length,
  spreadMs = group.spreadMs,
  spread = 'uniform',
}: ElectionOptions = {}): Scenario<ElectionMessage> {
  const members = group.names.slice(0, servers)
  return simulate<ElectionMessage>({
    name: spreadMs === 0 ? 'election-equal-waits' : 'election',
    nodes: members,
    make: (env) => new Server(env, members.length, spreadMs),
    profile: { latencyMs: group.meanDelayMs, spread },
    faults: ['crash', 'pause', 'partition', 'isolate', 'slow', 'loss', 'duplicate'],
    runMs: group.runMs,
    always: [once('leads', 'term', 'a term has one leader')],
    label: labelOf,
    show: { leader: 'leads', follower: 'follows' },
  })
}

class Server implements Node<ElectionMessage> {
  readonly #env: Env<ElectionMessage>
  readonly #members: number
  readonly #spreadMs: number
  #term: number
  #votedFor: NodeId | null
  #role: 'follower' | 'candidate' | 'leader' = 'follower'
  #votes = new Set<NodeId>()

  constructor(env: Env<ElectionMessage>, members: number, spreadMs: number) {
    this.#env = env
    this.#members = members
    this.#spreadMs = spreadMs
    this.#term = env.disk.get<number>('term') ?? 0
    this.#votedFor = env.disk.get<NodeId | null>('vote') ?? null
  }

  start(): void {
    this.#wait()
  }

  onTimer(name: string): void {
    if (name === 'silence') this.#ask()
    else this.#beat()
  }

  onMessage(from: NodeId, msg: ElectionMessage): void {
    if (msg.term > this.#term) this.#follow(msg.term)
    switch (msg.t) {
      case 'vote?':
        this.#answer(from, msg.term)
        break
      case 'yes':
        if (msg.asked === this.#term && this.#role === 'candidate') this.#count(from)
        break
      case 'I lead':
        if (msg.term < this.#term) this.#env.send(from, { t: 'old', term: this.#term })
        else this.#hear()
        break
      case 'no':
      case 'old':
        break
    }
  }

  #wait(): void {
    const longer = this.#spreadMs === 0 ? 0 : this.#env.rng.int(this.#spreadMs + 1)
    this.#env.setTimer('silence', group.waitMs + longer)
  }

  /** What a server has said of a term, it still knows after a crash. */
  #remember(term: number, votedFor: NodeId | null): void {
    this.#term = term
    this.#votedFor = votedFor
    this.#env.disk.put('term', term)
    this.#env.disk.put('vote', votedFor)
    this.#env.disk.sync()
  }

  #follow(term: number): void {
    if (this.#role === 'leader') {
      this.#env.clearTimer('beat')
      this.#env.emit('follows', { term })
      this.#wait()
    }
    this.#role = 'follower'
    this.#remember(term, null)
  }

  #ask(): void {
    this.#remember(this.#term + 1, this.#env.id)
    this.#role = 'candidate'
    this.#votes = new Set()
    this.#env.emit('asks', { term: this.#term })
    this.#wait()
    for (const peer of this.#env.peers) this.#env.send(peer, { t: 'vote?', term: this.#term })
    this.#count(this.#env.id)
  }

  #answer(from: NodeId, asked: number): void {
    const isFree = this.#votedFor === null || this.#votedFor === from
    const isYes = asked === this.#term && isFree
    if (isYes) {
      this.#remember(this.#term, from)
      this.#wait()
    }
    this.#env.send(from, { t: isYes ? 'yes' : 'no', term: this.#term, asked })
  }

  #count(voter: NodeId): void {
    this.#votes.add(voter)
    if (2 * this.#votes.size <= this.#members) return
    this.#role = 'leader'
    this.#env.clearTimer('silence')
    this.#env.emit('leads', { term: this.#term })
    this.#beat()
  }

  #beat(): void {
    this.#env.setTimer('beat', group.heartbeatMs)
    for (const peer of this.#env.peers) this.#env.send(peer, { t: 'I lead', term: this.#term })
  }

  #hear(): void {
    this.#role = 'follower'
    this.#wait()
  }
}

function labelOf(msg: ElectionMessage): string {
  return msg.t === 'I lead' ? `leader ${msg.term}` : `${msg.t} ${msg.term}`
}
