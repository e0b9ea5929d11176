import type { NodeId } from '@five-pillars/simulator'

import type { Subject } from '../../scenario.ts'
import { name, SingleNode, times } from '../../single-node.ts'
import { elect, grant, heardBy } from './talk.ts'

const worlds: readonly (readonly [NodeId, ...NodeId[]])[] = [
  ['a', 'b', 'c'],
  ['a', 'b', 'c', 'd'],
  ['a', 'b', 'c', 'd', 'e'],
  ['a', '', '__proto__', 'constructor', '10'],
]

/** The vote that makes the majority makes the leader, once, and everybody hears of it. */
export function leadsAtOnce(subject: Subject): void {
  for (const members of worlds) {
    const node = new SingleNode(subject, { members })
    const term = elect(node)
    expectSaidOnce(node, term)
    expectHeard(node, term, 0, 'at once')
    for (const peer of node.peers) grant(node, peer, term)
    node.passTo(node.now + 4 * times.heartbeatMs)
    expectSaidOnce(node, term)
  }
}

function expectSaidOnce(node: SingleNode, term: number): void {
  const { led } = node
  if (led.length === 1 && led[0] === term) return
  const said = led.length === 0 ? 'nothing' : led.map((each) => JSON.stringify(each)).join(', ')
  node.broken(`It leads term ${term}; it emits leader with { term: ${term} } once, but: ${said}.`)
}

/** Each follower hears from its leader in every stretch of heartbeatMs. */
export function keepsBeating(subject: Subject): void {
  const node = new SingleNode(subject, { members: ['a', 'b', 'c', 'd', 'e'] })
  const term = elect(node)
  for (let beat = 1; beat <= 20; beat++) {
    const before = node.sent.length
    for (const peer of node.peers) {
      node.receive(peer, { t: 'Appended', term, ok: true, match: 0 })
    }
    node.passTo(node.now + times.heartbeatMs)
    expectHeard(node, term, before, `for ${times.heartbeatMs} ms`)
  }
}

function expectHeard(node: SingleNode, term: number, since: number, how: string): void {
  const heard = heardBy(node, term, since)
  const deaf = node.peers.filter((peer) => !heard.has(peer))
  if (deaf.length === 0) return
  const who = deaf.map(name).join(', ')
  node.broken(`It leads term ${term}, and sends no Append to ${who} ${how}.`)
}

if (worlds.length === 0) throw new Error('sentinel-raft-election-wins.ts')
