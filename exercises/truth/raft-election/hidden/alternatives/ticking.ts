import type { Env, Node, NodeId } from '@five-pillars/simulator'

export type RaftMsg =
  | { t: 'RequestVote'; term: number; lastIndex: number; lastTerm: number }
  | { t: 'Vote'; term: number; granted: boolean; forTerm: number }
  | { t: 'Append'; term: number; prevIndex: number; prevTerm: number; entries: []; commit: number }
  | { t: 'Appended'; term: number; ok: boolean; match: number }

interface Options {
  members: readonly NodeId[]
  electionMs: readonly [number, number]
  heartbeatMs: number
  log: { lastIndex: number; lastTerm: number }
}

const TICK_MS = 10

/**
 * One timer that ticks, and counters of ticks instead of deadlines, as in etcd. Votes are kept by
 * their term, so that a newer term has none by itself. A newer term starts the count anew.
 */
// oxlint-disable-next-line max-lines-per-function -- one closure is a style that learners have
export function createRaft(env: Env<RaftMsg>, options: Options): Node<RaftMsg> {
  const { members, electionMs, heartbeatMs, log } = options
  const server = {
    term: env.disk.get<number>('term') ?? 0,
    leads: false,
    supporters: new Set<NodeId>(),
    ticks: 0,
    patience: 0,
  }
  const voteOf = (term: number): NodeId | undefined => env.disk.get<NodeId>(`vote of ${term}`)

  function count(from: number, to: number): number {
    if (to < from) throw new Error('sentinel-raft-election-ticking.ts: an empty range')
    return Math.ceil((from + env.rng.int(to - from)) / TICK_MS)
  }

  function follow(term: number): void {
    if (term > server.term) {
      server.term = term
      env.disk.put('term', term)
      env.disk.sync()
    }
    Object.assign(server, { leads: false, ticks: 0, patience: count(...electionMs) })
    server.supporters.clear()
  }

  function vote(candidate: NodeId): void {
    env.disk.put(`vote of ${server.term}`, candidate)
    env.disk.sync()
  }

  function all(msg: RaftMsg): void {
    for (const member of members) if (member !== env.id) env.send(member, msg)
  }

  function beat(): void {
    const place = { prevIndex: log.lastIndex, prevTerm: log.lastTerm }
    all({ t: 'Append', term: server.term, ...place, entries: [], commit: 0 })
    server.ticks = 0
  }

  function campaign(): void {
    follow(server.term + 1)
    vote(env.id)
    server.supporters.add(env.id)
    all({ t: 'RequestVote', term: server.term, ...log })
  }

  function tick(): void {
    env.setTimer('tick', TICK_MS)
    server.ticks++
    if (server.leads && server.ticks * TICK_MS >= heartbeatMs) beat()
    else if (!server.leads && server.ticks >= server.patience) campaign()
  }

  const answers = {
    RequestVote(from: NodeId, msg: Extract<RaftMsg, { t: 'RequestVote' }>): void {
      const own = [log.lastTerm, log.lastIndex] as const
      const isNewer = msg.lastTerm > own[0] || (msg.lastTerm === own[0] && msg.lastIndex >= own[1])
      const mayVote = msg.term === server.term && (voteOf(server.term) ?? from) === from
      if (isNewer && mayVote) {
        vote(from)
        server.ticks = 0
      }
      const granted = isNewer && mayVote
      env.send(from, { t: 'Vote', term: server.term, granted, forTerm: msg.term })
    },
    Append(from: NodeId, msg: Extract<RaftMsg, { t: 'Append' }>): void {
      const ok = msg.term >= server.term
      if (ok) follow(msg.term)
      env.send(from, { t: 'Appended', term: server.term, ok, match: 0 })
    },
    Vote(from: NodeId, msg: Extract<RaftMsg, { t: 'Vote' }>): void {
      const isCandidate = server.supporters.size > 0 && !server.leads
      if (!isCandidate || !msg.granted || msg.term < server.term) return
      server.supporters.add(from)
      if (server.supporters.size < (members.length + 1) / 2) return
      server.leads = true
      env.emit('leader', { term: server.term })
      beat()
    },
  }

  return {
    start() {
      follow(server.term)
      env.setTimer('tick', TICK_MS)
    },
    onTimer: tick,
    onMessage(from, msg) {
      if (msg.term > server.term) follow(msg.term)
      if (msg.t === 'RequestVote') answers.RequestVote(from, msg)
      else if (msg.t === 'Append') answers.Append(from, msg)
      else if (msg.t === 'Vote') answers.Vote(from, msg)
    },
  }
}
