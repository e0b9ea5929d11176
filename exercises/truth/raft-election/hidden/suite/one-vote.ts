import type { Subject } from '../../scenario.ts'
import { name, SingleNode } from '../../single-node.ts'
import { ask, campaign, grant, heartbeat } from './talk.ts'

/**
 * In a term one candidate gets the vote. Whether it gets it at all is another promise: here and
 * below, a server that says no has broken nothing.
 */
export function votesOnce(subject: Subject): void {
  for (const members of [
    ['a', 'b', 'c'],
    ['a', '', '__proto__'],
    ['a', 'constructor', ''],
  ] as const) {
    const node = new SingleNode(subject, { members })
    const [, first, second] = members
    if (ask(node, first, 1) && ask(node, second, 1)) {
      node.broken(`In term 1 it voted for ${name(first)} and for ${name(second)}.`)
    }
  }
  const node = new SingleNode(subject)
  const hasVoted = ask(node, 'b', 1)
  heartbeat(node, 'b', 1)
  if (hasVoted && ask(node, 'c', 1)) {
    node.broken('It voted for b, heard that b leads, and then voted for c in the same term.')
  }
}

export function remembersVote(subject: Subject): void {
  const node = new SingleNode(subject)
  if (!ask(node, 'b', 1)) return
  node.restart()
  if (ask(node, 'c', 1)) node.broken('In term 1 it voted for b and, started again, for c.')
}

/** A crash right after the vote has left takes nothing back. */
export function savesVoteFirst(subject: Subject): void {
  const node = new SingleNode(subject)
  ask(node, 'b', 1)
  const vote = node.sent.find(({ msg }) => msg.t === 'Vote' && msg.granted)
  if (vote === undefined) return
  node.restart(vote.disk)
  if (!ask(node, 'c', 1)) return
  node.broken('It crashed right after its vote for b had left, and voted for c in the same term.')
}

/** A candidate has given its vote away: to itself. */
export function votesForItself(subject: Subject): void {
  const node = new SingleNode(subject)
  const term = campaign(node)
  if (ask(node, 'b', term)) node.broken('It is a candidate, and voted for b as well.')
  heartbeat(node, 'b', term)
  if (ask(node, 'c', term)) {
    node.broken('It was a candidate, then followed b, and voted for c in the same term.')
  }
  const forgetful = new SingleNode(subject)
  const asked = campaign(forgetful)
  forgetful.restart()
  if (ask(forgetful, 'b', asked)) {
    forgetful.broken('It was a candidate and, started again, voted for b in the same term.')
  }
  const leader = new SingleNode(subject)
  const won = campaign(leader)
  grant(leader, 'b', won)
  const beat = leader.sent.find(({ msg }) => msg.t === 'Append')
  if (beat === undefined) return
  if (ask(leader, 'c', won)) leader.broken('It leads a term, and voted for c in the same term.')
  leader.restart(beat.disk)
  if (!ask(leader, 'b', won)) return
  leader.broken('It led a term and, started again, voted for b in the same term.')
}

if (name('b') !== 'b') throw new Error('sentinel-raft-election-one-vote.ts')
