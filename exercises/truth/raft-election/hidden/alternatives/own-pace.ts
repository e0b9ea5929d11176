import type { Env, Node, NodeId } from '@five-pillars/simulator'

export type RaftMsg =
  | { t: 'RequestVote'; term: number; lastIndex: number; lastTerm: number }
  | { t: 'Vote'; term: number; granted: boolean; forTerm: number }
  | { t: 'Append'; term: number; prevIndex: number; prevTerm: number; entries: []; commit: number }
  | { t: 'Appended'; term: number; ok: boolean; match: number }

interface RaftOptions {
  members: readonly NodeId[]
  electionMs: readonly [number, number]
  heartbeatMs: number
  log: { lastIndex: number; lastTerm: number }
}

const Role = { Follower: 0, Candidate: 1, Leader: 2 } as const

/**
 * A candidate asks itself like everybody else; what a step says is gathered, and leaves together at
 * its end; a leader has a timer for each peer, and spreads their heartbeats over time.
 */
// oxlint-disable-next-line max-lines-per-function -- one closure is a style that learners have
export function createRaft(env: Env<RaftMsg>, options: RaftOptions): Node<RaftMsg> {
  const { members, electionMs, heartbeatMs, log } = options
  if (members.length === 0) throw new Error('sentinel-raft-election-own-pace.ts: no members')
  let outbox: { to: NodeId; msg: RaftMsg }[] = []
  let role: number = Role.Follower
  let votes: Record<NodeId, true> = Object.create(null)
  let ballot = env.disk.get<{ term: number; voted: NodeId[] }>('ballot') ?? { term: 0, voted: [] }

  function write(term: number, ...voted: NodeId[]): void {
    ballot = { term, voted }
    env.disk.put('ballot', ballot)
  }

  /** Everything is written before anything is said. */
  function flush(): void {
    env.disk.sync()
    for (const { to, msg } of outbox) env.send(to, msg)
    outbox = []
  }

  const say = (to: NodeId, msg: RaftMsg): void => void outbox.push({ to, msg })

  function sleep(): void {
    const [least, most] = electionMs
    const half = Math.floor((most - least) / 2)
    env.setTimer('sleep', env.rng.pick([least, least + half]) + env.rng.int(half + 1))
  }

  function beatTo(peer: NodeId, nextMs: number): void {
    const { lastIndex: prevIndex, lastTerm: prevTerm } = log
    say(peer, { t: 'Append', term: ballot.term, prevIndex, prevTerm, entries: [], commit: 0 })
    env.setTimer(`beat ${peer}`, nextMs)
  }

  function campaign(): void {
    write(ballot.term + 1)
    role = Role.Candidate
    votes = Object.create(null)
    sleep()
    for (const member of members) say(member, { t: 'RequestVote', term: ballot.term, ...log })
  }

  function count(from: NodeId): void {
    votes[from] = true
    if (Object.keys(votes).length * 2 <= members.length) return
    role = Role.Leader
    env.clearTimer('sleep')
    env.emit('leader', { term: ballot.term })
    for (const [index, peer] of env.peers.entries()) {
      beatTo(peer, (heartbeatMs * (index + 1)) / env.peers.length)
    }
  }

  function handle(from: NodeId, msg: RaftMsg): void {
    if (msg.term > ballot.term) {
      write(msg.term)
      if (role === Role.Leader) sleep()
      role = Role.Follower
    }
    const isCurrent = msg.term === ballot.term
    if (msg.t === 'RequestVote') {
      const isBehind =
        msg.lastTerm < log.lastTerm ||
        (msg.lastTerm === log.lastTerm && msg.lastIndex < log.lastIndex)
      const granted = isCurrent && !isBehind && ballot.voted.every((voted) => voted === from)
      if (granted) write(ballot.term, from)
      if (granted && from !== env.id) sleep()
      say(from, { t: 'Vote', term: ballot.term, granted, forTerm: msg.term })
    } else if (msg.t === 'Append') {
      if (isCurrent) role = Role.Follower
      if (isCurrent) sleep()
      say(from, { t: 'Appended', term: ballot.term, ok: isCurrent, match: 0 })
    } else if (msg.t === 'Vote' && isCurrent && msg.granted && role === Role.Candidate) count(from)
  }

  return {
    start: sleep,
    onMessage(from, msg) {
      handle(from, msg)
      flush()
    },
    onTimer(name) {
      if (name === 'sleep' && role !== Role.Leader) campaign()
      if (name.startsWith('beat ') && role === Role.Leader) beatTo(name.slice(5), heartbeatMs)
      flush()
    },
  }
}
