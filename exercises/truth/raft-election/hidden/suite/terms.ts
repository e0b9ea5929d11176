import type { Subject } from '../../scenario.ts'
import { SingleNode } from '../../single-node.ts'
import type { RaftOptions } from '../../src/raft-election.ts'
import { ask, campaign, grant, heardBy, heartbeat, leads } from './talk.ts'

/** Nobody votes for a candidate with this log, so it brings nothing but its term. */
const emptyLog: RaftOptions['log'] = { lastIndex: 0, lastTerm: 0 }

/** A candidate of an earlier term is refused, and told the newer one. */
export function refusesEarlierTerm(subject: Subject): void {
  const node = new SingleNode(subject)
  ask(node, 'b', 3, emptyLog)
  if (ask(node, 'c', 2)) node.broken('It is in term 3, and voted for a candidate of term 2.')
}

/** A term that somebody was told survives a crash in that very moment. */
export function remembersTerm(subject: Subject): void {
  const node = new SingleNode(subject)
  ask(node, 'b', 5, emptyLog)
  node.restart(node.sent.at(-1)?.disk)
  if (ask(node, 'c', 4)) {
    node.broken('It told b that it is in term 5 and, started again, voted in term 4.')
  }
  node.restart()
  heartbeat(node, 'b', 8)
  node.restart(node.sent.at(-1)?.disk)
  const term = campaign(node)
  if (term !== 9)
    node.broken(`It followed the leader of term 8 and asks for votes of term ${term}.`)
}

/** What comes late from an earlier term is refused or ignored, and changes nothing. */
export function ignoresEarlierTerm(subject: Subject): void {
  const node = new SingleNode(subject)
  ask(node, 'b', 5, emptyLog)
  hearOldNews(node, 5)
  const term = campaign(node)
  if (term !== 6) node.broken(`After term 5 it asks for votes of term ${term}, not 6.`)
  grant(node, 'b', term)
  if (!leads(node, term)) return
  hearOldNews(node, 6)
  const before = node.sent.length
  node.passTo(node.now + 140)
  if (heardBy(node, 6, before).size > 0) return
  node.broken('It leads term 6, heard of earlier terms, and does not lead any more.')
}

function hearOldNews(node: SingleNode, term: number): void {
  if (heartbeat(node, 'b', 2)) node.broken(`It is in term ${term}, and took a heartbeat of term 2.`)
  node.receive('c', { t: 'Vote', term: 1, granted: true, forTerm: 1 })
  node.receive('c', { t: 'Appended', term: 2, ok: false, match: 0 })
  if (ask(node, 'c', 3)) {
    node.broken(`It is in term ${term}, and voted in term 3.`)
  }
}

if (emptyLog.lastIndex !== 0) throw new Error('sentinel-raft-election-terms.ts')
