import type { NodeId } from '@five-pillars/simulator'

import type { SingleNode, Sent } from '../../single-node.ts'
import { name, times } from '../../single-node.ts'
import type { RaftMsg, RaftOptions } from '../../src/raft-election.ts'

type Log = RaftOptions['log']

const [, LONGEST_MS] = times.electionMs

/** The brief allows three times the longest wait after a lost election. */
export const LONGEST_AGAIN_MS = 3 * LONGEST_MS

/** Servers that count ticks may be late by one. */
const LATE_MS = 50

/** Asks for a vote, with a log as good as the node's own unless told otherwise. */
export function ask(node: SingleNode, from: NodeId, term: number, log: Log = node.log): boolean {
  const sent = node.receive(from, { t: 'RequestVote', term, ...log })
  return sent.some(({ to, msg }) => to === from && msg.t === 'Vote' && msg.granted)
}

/** Tells the node that it has a vote, as the voter would. */
export function grant(node: SingleNode, from: NodeId, term: number): readonly Sent[] {
  return node.receive(from, { t: 'Vote', term, granted: true, forTerm: term })
}

export function refuse(node: SingleNode, from: NodeId, term: number, own = term): void {
  node.receive(from, { t: 'Vote', term: own, granted: false, forTerm: term })
}

/** A heartbeat of a leader whose log is the node's own; returns whether it was taken. */
export function heartbeat(node: SingleNode, from: NodeId, term: number): boolean {
  const { lastIndex: prevIndex, lastTerm: prevTerm } = node.log
  const beat: RaftMsg = { t: 'Append', term, prevIndex, prevTerm, entries: [], commit: 0 }
  const sent = node.receive(from, beat)
  return sent.some(({ to, msg }) => to === from && msg.t === 'Appended' && msg.ok)
}

/** Lets time pass until the node asks for votes of a new term; returns that term. */
export function campaign(node: SingleNode, withinMs: number = LONGEST_AGAIN_MS): number {
  const asked = lastAsked(node)
  const before = node.sent.length
  const began = node.passTo(node.now + withinMs + LATE_MS, ({ msg }) => {
    return msg.t === 'RequestVote' && msg.term > asked
  })
  if (!began) {
    node.broken(`${name(node.id)} heard no leader for ${withinMs} ms, and asked for no vote.`)
  }
  const term = lastAsked(node)
  const sent = node.sent.slice(before).filter(({ msg }) => isRequest(msg) && msg.term === term)
  const left = node.peers.find((peer) => !sent.some(({ to }) => to === peer))
  if (left !== undefined) node.broken(`${name(node.id)} did not ask ${name(left)} for its vote.`)
  return term
}

/** Whether the node has asked for votes since then. */
export function hasAsked(node: SingleNode, since: number): boolean {
  return node.sent.slice(since).some(({ msg }) => isRequest(msg))
}

function lastAsked({ sent }: SingleNode): number {
  return Math.max(0, ...sent.map(({ msg }) => (isRequest(msg) ? msg.term : 0)))
}

function isRequest(msg: RaftMsg): boolean {
  return msg.t === 'RequestVote'
}

/** Whether the node acts as the leader of a term, whatever it says. */
export function leads({ led, sent }: SingleNode, term: number): boolean {
  return led.includes(term) || sent.some(({ msg }) => msg.t === 'Append' && msg.term === term)
}

/** Makes the node the leader of a new term with the votes of as many peers as it needs. */
export function elect(node: SingleNode): number {
  const term = campaign(node)
  const needed = Math.floor((node.peers.length + 1) / 2)
  for (const peer of node.peers.slice(0, needed)) grant(node, peer, term)
  if (leads(node, term)) return term
  const voters = [node.id, ...node.peers.slice(0, needed)].map(name).join(', ')
  return node.broken(`${name(node.id)} has the votes of ${voters}, and does not lead.`)
}

/** The peers that got an Append of a term since then. */
export function heardBy({ sent }: SingleNode, term: number, since: number): Set<NodeId> {
  const beats = sent.slice(since).filter(({ msg }) => msg.t === 'Append' && msg.term === term)
  return new Set(beats.map(({ to }) => to))
}

if (!Number.isFinite(LONGEST_AGAIN_MS)) throw new Error('sentinel-raft-election-talk.ts')
