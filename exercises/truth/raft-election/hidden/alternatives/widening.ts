import type { Env, Node, NodeId } from '@five-pillars/simulator'

type Log = { lastIndex: number; lastTerm: number }
export type RaftMsg =
  | ({ t: 'RequestVote'; term: number } & Log)
  | { t: 'Vote'; term: number; granted: boolean; forTerm: number }
  | { t: 'Append'; term: number; prevIndex: number; prevTerm: number; entries: []; commit: number }
  | { t: 'Appended'; term: number; ok: boolean; match: number }

interface RaftOptions {
  members: readonly NodeId[]
  electionMs: readonly [number, number]
  heartbeatMs: number
  log: Log
}

/** A role is an object; a server has one at a time and asks it what to do. */
interface Role {
  onTimer(): void
  onVote(from: NodeId, msg: Extract<RaftMsg, { t: 'Vote' }>): void
}

export function createRaft(env: Env<RaftMsg>, options: RaftOptions): Node<RaftMsg> {
  return new Server(env, options)
}

class Server implements Node<RaftMsg> {
  readonly env: Env<RaftMsg>
  readonly options: RaftOptions
  role: Role
  term = 0
  votedFor = ''
  hasVoted = false

  constructor(env: Env<RaftMsg>, options: RaftOptions) {
    this.env = env
    this.options = options
    this.role = new Follower(this)
    const saved = env.disk.get<string>('state')
    if (saved !== undefined) Object.assign(this, JSON.parse(saved))
  }

  start(): void {
    this.role = new Follower(this)
  }

  onTimer(): void {
    this.role.onTimer()
  }

  onMessage(from: NodeId, msg: RaftMsg): void {
    if (msg.term > this.term) {
      const wasPatient = this.role instanceof Follower
      this.save(msg.term, false, '')
      if (!wasPatient) this.role = new Follower(this)
    }
    if (msg.t === 'RequestVote') this.onRequest(from, msg)
    else if (msg.t === 'Vote') this.role.onVote(from, msg)
    else if (msg.t === 'Append') {
      const ok = msg.term === this.term
      if (ok) this.role = new Follower(this)
      this.env.send(from, { t: 'Appended', term: this.term, ok, match: 0 })
    }
  }

  onRequest(from: NodeId, msg: Extract<RaftMsg, { t: 'RequestVote' }>): void {
    const { log } = this.options
    let granted = msg.term === this.term
    if (this.hasVoted && this.votedFor !== from) granted = false
    if (msg.lastTerm < log.lastTerm) granted = false
    if (msg.lastTerm === log.lastTerm && msg.lastIndex < log.lastIndex) granted = false
    if (granted) {
      this.save(this.term, true, from)
      this.role = new Follower(this)
    }
    this.env.send(from, { t: 'Vote', term: this.term, granted, forTerm: msg.term })
  }

  save(term: number, hasVoted: boolean, votedFor: NodeId): void {
    Object.assign(this, { term, hasVoted, votedFor })
    this.env.disk.put('state', JSON.stringify({ term, hasVoted, votedFor }))
    this.env.disk.sync()
  }

  tellAll(msg: RaftMsg): void {
    for (const peer of this.env.peers) this.env.send(peer, msg)
  }

  /** One timer for all roles: whoever takes over sets it anew. */
  wait(ms: number): void {
    this.env.setTimer('role', ms)
  }

  /** Each lost election in a row makes the range wider, up to three times the longest wait. */
  electionMs(lost: number): number {
    const [least, most] = this.options.electionMs
    return least + this.env.rng.next() * (Math.min(3, 1 + lost / 2) * most - least)
  }
}

class Follower implements Role {
  readonly server: Server

  constructor(server: Server) {
    this.server = server
    server.wait(server.electionMs(0))
  }

  onTimer(): void {
    this.server.role = new Candidate(this.server, 0)
  }

  onVote(): void {}
}

class Candidate implements Role {
  readonly server: Server
  readonly lost: number
  readonly term: number
  readonly voters: Set<NodeId>

  constructor(server: Server, lost: number) {
    const { env, options } = server
    this.server = server
    this.lost = lost
    this.term = server.term + 1
    this.voters = new Set([env.id])
    server.save(this.term, true, env.id)
    server.wait(server.electionMs(lost + 1))
    server.tellAll({ t: 'RequestVote', term: this.term, ...options.log })
  }

  onTimer(): void {
    this.server.role = new Candidate(this.server, this.lost + 1)
  }

  onVote(from: NodeId, { granted, forTerm }: Extract<RaftMsg, { t: 'Vote' }>): void {
    if (granted && forTerm === this.term) this.voters.add(from)
    const others = this.server.options.members.filter((member) => !this.voters.has(member))
    if (others.length < this.voters.size) this.server.role = new Leader(this.server)
  }
}

class Leader implements Role {
  readonly server: Server

  constructor(server: Server) {
    this.server = server
    server.env.emit('leader', { term: server.term })
    this.onTimer()
  }

  onTimer(): void {
    const { server } = this
    const { lastIndex: prevIndex, lastTerm: prevTerm } = server.options.log
    if (server.term < 1) throw new Error('sentinel-raft-election-widening.ts: nobody leads term 0')
    server.wait(server.options.heartbeatMs)
    server.tellAll({
      t: 'Append',
      term: server.term,
      prevIndex,
      prevTerm,
      entries: [],
      commit: 0,
    })
  }

  onVote(): void {}
}
