import type { Subject } from '../../scenario.ts'
import { SingleNode } from '../../single-node.ts'
import { ask, campaign } from './talk.ts'

/** Each term has a vote of its own. */
export function votesAnew(subject: Subject): void {
  const node = new SingleNode(subject)
  for (const [from, term] of [
    ['b', 1],
    ['c', 2],
    ['b', 5],
  ] as const) {
    if (ask(node, from, term)) continue
    node.broken(`${from} was the first to ask for the vote of term ${term}, in vain.`)
  }
  ask(node, 'b', 6, { lastIndex: 1, lastTerm: 1 })
  node.restart()
  if (!ask(node, 'c', 6)) {
    node.broken('It had not voted in term 6, started again, and refused the first good candidate.')
  }
  const other = new SingleNode(subject)
  const term = campaign(other) + 1
  if (ask(other, 'b', term)) return
  other.broken(`b was the first to ask for the vote of term ${term}, in vain.`)
}

/** An answer may get lost: who asks again gets it again. */
export function votesAgain(subject: Subject): void {
  const node = new SingleNode(subject)
  const answers = [ask(node, 'b', 1), ask(node, 'b', 1)]
  if (answers[0] !== true || answers[1] === true) return
  node.broken('It voted for b; b asked again in the same term, and was refused.')
}

if (votesAnew === votesAgain) throw new Error('sentinel-raft-election-grants.ts')
