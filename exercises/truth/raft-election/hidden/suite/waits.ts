import type { Subject } from '../../scenario.ts'
import { SingleNode, times } from '../../single-node.ts'
import { ask, campaign, elect, hasAsked, heardBy, heartbeat, LONGEST_AGAIN_MS } from './talk.ts'

const [SHORTEST_MS, LONGEST_MS] = times.electionMs
const SEEDS = 8

/** Nobody leads: an election begins in time, and another one where it is lost. */
export function asksInSilence(subject: Subject): void {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const node = new SingleNode(subject, { seed })
    let before = 0
    for (let round = 1; round <= 6; round++) {
      const term = campaign(node, round === 1 ? LONGEST_MS : LONGEST_AGAIN_MS)
      if (term !== round) node.broken(`Its election ${round} is of term ${term}, not ${round}.`)
      const waited = node.now - before
      if (waited < SHORTEST_MS)
        node.broken(`It waited for ${waited} ms, which is less than ${SHORTEST_MS}.`)
      before = node.now
    }
  }
  const deposed = new SingleNode(subject)
  elect(deposed)
  deposed.receive('b', { t: 'Appended', term: 9, ok: false, match: 0 })
  campaign(deposed)
  asksAfterLoser(subject)
}

/** A candidate that cannot win ends a leadership too; its term is nobody's then. */
function asksAfterLoser(subject: Subject): void {
  const deposed = new SingleNode(subject)
  const term = elect(deposed)
  ask(deposed, 'c', term + 1, { lastIndex: 1, lastTerm: 1 })
  const before = deposed.sent.length
  deposed.passTo(deposed.now + 2 * times.heartbeatMs)
  // A leader may ignore candidates while it is followed.
  if (heardBy(deposed, term, before).size === 0) campaign(deposed)
}

/** A leader that is heard in time is left alone. */
export function keepsCalm(subject: Subject): void {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const node = new SingleNode(subject, { seed })
    for (let beat = 0; beat < 30; beat++) {
      if (!heartbeat(node, 'b', 1)) node.broken('It refused a heartbeat of its own term.')
      node.passTo(node.now + times.heartbeatMs)
    }
    if (hasAsked(node, 0)) node.broken('It asked for votes, though its leader was heard in time.')
  }
}

/** Candidates that must be refused cannot keep an election from beginning. */
export function ignoresLosers(subject: Subject): void {
  const node = new SingleNode(subject)
  const short = { lastIndex: 1, lastTerm: 2 }
  ask(node, 'b', 2, short)
  while (!hasAsked(node, 0)) {
    if (node.now > LONGEST_MS + times.heartbeatMs) {
      node.broken(`It refused candidates for ${node.now} ms, and asked for no vote itself.`)
    }
    node.passTo(node.now + 40, ({ msg }) => msg.t === 'RequestVote')
    if (hasAsked(node, 0)) break
    ask(node, 'b', 2, short)
    ask(node, 'c', 1)
  }
}

/** Who has just got a vote is given the time to win. */
export function waitsForWinner(subject: Subject): void {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const node = new SingleNode(subject, { seed })
    node.passTo(SHORTEST_MS - 10)
    if (!ask(node, 'b', 1)) return
    const votedAt = node.now
    const asked = node.passTo(votedAt + SHORTEST_MS - 1, ({ msg }) => msg.t === 'RequestVote')
    if (asked) {
      node.broken(`It voted for b, and asked for votes itself ${node.now - votedAt} ms later.`)
    }
  }
}

if (SHORTEST_MS > LONGEST_MS) throw new Error('sentinel-raft-election-waits.ts')
