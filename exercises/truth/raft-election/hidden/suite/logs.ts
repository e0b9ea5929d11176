import type { Subject } from '../../scenario.ts'
import { name, SingleNode } from '../../single-node.ts'
import type { RaftOptions } from '../../src/raft-election.ts'
import { ask, campaign } from './talk.ts'

type Log = RaftOptions['log']

export function refusesOlderTerm(subject: Subject): void {
  for (const lastIndex of [9, 5, 1]) expectRefused(subject, { lastIndex, lastTerm: 1 })
  expectRefused(subject, { lastIndex: 0, lastTerm: 0 })
}

export function refusesShorterLog(subject: Subject): void {
  for (const lastIndex of [4, 1]) expectRefused(subject, { lastIndex, lastTerm: 2 })
}

function expectRefused(subject: Subject, log: Log): void {
  for (const term of [1, 7]) {
    const node = new SingleNode(subject)
    if (!ask(node, 'b', term, log)) continue
    node.broken(`Its log ends ${endOf(node.log)}, and it voted for one that ends ${endOf(log)}.`)
  }
}

/** The last term decides, and the length only between equal ones: 10 is more than 9. */
export function grantsGoodLogs(subject: Subject): void {
  for (const [own, others] of [
    [logOf(5, 2), [logOf(5, 2), logOf(6, 2), logOf(1, 3), logOf(5, 10)]],
    [logOf(9, 9), [logOf(9, 9), logOf(10, 9), logOf(1, 10)]],
    [logOf(0, 0), [logOf(0, 0), logOf(1, 1)]],
  ] as const) {
    for (const theirs of others) {
      const node = new SingleNode(subject, { log: own })
      if (ask(node, 'b', 4, theirs)) continue
      node.broken(`Its log ends ${endOf(own)}, and it refused one that ends ${endOf(theirs)}.`)
    }
  }
}

/** What a candidate says about its log is what its voters go by. */
export function tellsItsLog(subject: Subject): void {
  const node = new SingleNode(subject, { log: logOf(7, 3) })
  campaign(node)
  const request = node.sent.find(({ msg }) => msg.t === 'RequestVote')?.msg
  if (request?.t !== 'RequestVote') return
  const { lastIndex, lastTerm } = request
  if (lastIndex === 7 && lastTerm === 3) return
  const told = endOf({ lastIndex, lastTerm })
  node.broken(`The log of ${name(node.id)} ends ${endOf(node.log)}, and it says ${told}.`)
}

function logOf(lastIndex: number, lastTerm: number): Log {
  if (lastIndex < 0 || lastTerm < 0) throw new Error('sentinel-raft-election-logs.ts')
  return { lastIndex, lastTerm }
}

function endOf({ lastIndex, lastTerm }: Log): string {
  return `at entry ${lastIndex} of term ${lastTerm}`
}
