import type { Subject } from '../../scenario.ts'
import { SingleNode } from '../../single-node.ts'
import type { RaftMsg } from '../../src/raft-election.ts'
import { campaign, elect, hasAsked, heartbeat, refuse } from './talk.ts'

const QUIET_MS = 140
const NEWER = 7

/** A candidate that hears the leader of its own term has lost, and follows. */
export function followsRival(subject: Subject): void {
  const node = new SingleNode(subject)
  const term = campaign(node)
  const before = node.sent.length
  for (let beat = 0; beat < 20; beat++) {
    if (!heartbeat(node, 'b', term)) node.broken(`It refused b, the leader of its term ${term}.`)
    node.passTo(node.now + 50)
  }
  if (hasAsked(node, before))
    node.broken(`It heard b, the leader of its term ${term}, and asked on.`)
}

/** Whoever hears of a newer term, in whatever message, is a follower in that term. */
export function yieldsToNewerTerm(subject: Subject): void {
  const candidate = new SingleNode(subject)
  refuse(candidate, 'b', campaign(candidate), NEWER)
  expectFollower(candidate, 'a candidate')
  const news: readonly RaftMsg[] = [
    { t: 'Appended', term: NEWER, ok: false, match: 0 },
    { t: 'Vote', term: NEWER, granted: false, forTerm: 1 },
    { t: 'Append', term: NEWER, prevIndex: 5, prevTerm: 2, entries: [], commit: 0 },
  ]
  for (const msg of news) {
    const leader = new SingleNode(subject)
    elect(leader)
    leader.receive('b', msg)
    expectFollower(leader, 'the leader')
  }
}

function expectFollower(node: SingleNode, was: string): void {
  const before = node.sent.length
  node.passTo(node.now + QUIET_MS)
  if (node.sent.slice(before).some(({ msg }) => msg.t === 'Append')) {
    node.broken(`It was ${was}, heard of term ${NEWER}, and still leads.`)
  }
  const next = campaign(node)
  if (next === NEWER + 1) return
  node.broken(`It was ${was}, heard of term ${NEWER}, and asks for votes of term ${next}.`)
}

/** A leader that was deposed is told so. */
export function refusesStaleLeader(subject: Subject): void {
  const node = new SingleNode(subject)
  if (!heartbeat(node, 'c', 3)) node.broken('It refused the leader of a newer term.')
  if (heartbeat(node, 'b', 2)) node.broken('It is in term 3, and took a heartbeat of term 2.')
  const before = node.sent.length
  const begun = node.now
  while (!hasAsked(node, before)) {
    if (node.now - begun > 350) {
      node.broken('Only a leader of an earlier term spoke, and for 350 ms it asked for no vote.')
    }
    node.passTo(node.now + 40, ({ msg }) => msg.t === 'RequestVote')
    if (!hasAsked(node, before)) heartbeat(node, 'b', 2)
  }
}

if (QUIET_MS >= 150) throw new Error('sentinel-raft-election-yields.ts')
