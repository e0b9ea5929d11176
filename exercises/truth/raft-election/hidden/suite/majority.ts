import type { NodeId } from '@five-pillars/simulator'

import type { Subject } from '../../scenario.ts'
import { name, SingleNode, times } from '../../single-node.ts'
import { ask, campaign, grant, heartbeat, leads, LONGEST_AGAIN_MS, refuse } from './talk.ts'

const worlds: readonly (readonly [NodeId, ...NodeId[]])[] = [
  ['a', 'b', 'c'],
  ['a', 'b', 'c', 'd'],
  ['a', 'b', 'c', 'd', 'e'],
  ['a', '', '__proto__', 'constructor', '10'],
]

/** More than half of all members, whether they answer or not. */
export function needsMajority(subject: Subject): void {
  for (const members of worlds) {
    const node = new SingleNode(subject, { members })
    const term = campaign(node)
    // One vote less than it needs, its own included, and then those who say no.
    const missing = Math.floor(members.length / 2) - 1
    const yes = node.peers.slice(0, missing)
    const no = node.peers.slice(missing, -1)
    for (const peer of yes) grant(node, peer, term)
    expectNoLeader(node, term, [node.id, ...yes])
    for (const peer of no) refuse(node, peer, term)
    expectNoLeader(node, term, [node.id, ...yes])
  }
}

/** A vote that arrives three times is one vote. */
export function countsOnce(subject: Subject): void {
  const members = ['a', 'b', 'c', 'd', 'e'] as const
  const node = new SingleNode(subject, { members })
  const term = campaign(node)
  for (let copy = 0; copy < 3; copy++) grant(node, 'b', term)
  expectNoLeader(node, term, ['a', 'b'])
}

/** Votes of an election that was lost are lost with it. */
export function forgetsOldVotes(subject: Subject): void {
  const members = ['a', 'b', 'c', 'd', 'e'] as const
  const late = new SingleNode(subject, { members })
  const lost = campaign(late)
  const term = again(late)
  for (const peer of late.peers) grant(late, peer, lost)
  if (term !== undefined) expectNoLeader(late, term, ['a'])
  const kept = new SingleNode(subject, { members })
  grant(kept, 'b', campaign(kept))
  const next = again(kept)
  if (next === undefined) return
  grant(kept, 'c', next)
  expectNoLeader(kept, next, ['a', 'c'])
}

/** Who gave up a candidacy is not made a leader by the votes that come late. */
export function staysDown(subject: Subject): void {
  const follower = new SingleNode(subject)
  const term = campaign(follower)
  heartbeat(follower, 'b', term)
  grant(follower, 'c', term)
  if (leads(follower, term)) {
    follower.broken(`It followed b in term ${term}, and then led that term itself.`)
  }
  const voter = new SingleNode(subject)
  const old = campaign(voter)
  ask(voter, 'b', old + 1)
  grant(voter, 'c', old)
  if (leads(voter, old) || leads(voter, old + 1)) {
    voter.broken(`It went on to term ${old + 1}, and a vote of term ${old} made it a leader.`)
  }
  expectNotCarriedOn(subject)
}

/** Somebody else asks for the votes of the next term: it is not led by the leader of this one. */
function expectNotCarriedOn(subject: Subject): void {
  const leader = new SingleNode(subject)
  const led = campaign(leader)
  grant(leader, 'b', led)
  ask(leader, 'c', led + 1)
  leader.passTo(leader.now + times.heartbeatMs)
  if (!leads(leader, led + 1)) return
  leader.broken(`It led term ${led}, heard of term ${led + 1}, and leads that without an election.`)
}

/** The term of another election; undefined where there is none, which is another promise. */
function again(node: SingleNode): number | undefined {
  const asked = Math.max(...node.sent.map(({ msg }) => msg.term))
  const limit = node.now + LONGEST_AGAIN_MS
  node.passTo(limit, ({ msg }) => msg.t === 'RequestVote' && msg.term > asked)
  const last = Math.max(...node.sent.map(({ msg }) => (msg.t === 'RequestVote' ? msg.term : 0)))
  return last > asked ? last : undefined
}

function expectNoLeader(node: SingleNode, term: number, voters: readonly NodeId[]): void {
  if (!leads(node, term)) return
  const have = `the votes of ${voters.map(name).join(' and ')}`
  node.broken(`${name(node.id)} has ${have}, of ${node.peers.length + 1} members, and leads.`)
}

if (worlds.length === 0) throw new Error('sentinel-raft-election-majority.ts')
