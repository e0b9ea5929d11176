import type { Subject } from '../../scenario.ts'
import { name, SingleNode } from '../../single-node.ts'
import type { RaftMsg } from '../../src/raft-election.ts'

/** Yes or no: whoever asks hears it at once, and in which term the one is that answers. */
export function answersAll(subject: Subject): void {
  const node = new SingleNode(subject)
  const good = node.log
  expectVote(node, 'b', { t: 'RequestVote', term: 3, ...good }, 3)
  expectVote(node, 'c', { t: 'RequestVote', term: 3, ...good }, 3)
  expectVote(node, 'c', { t: 'RequestVote', term: 2, ...good }, 3)
  expectVote(node, 'c', { t: 'RequestVote', term: 4, lastIndex: 9, lastTerm: 1 }, 4)
  expectAppended(node, 3, 4)
  expectAppended(node, 4, 4)
  expectAppended(node, 6, 6)
}

type Request = Extract<RaftMsg, { t: 'RequestVote' }>

function expectVote(node: SingleNode, from: string, request: Request, own: number): void {
  const sent = node.receive(from, request)
  const vote = sent.find(({ to, msg }) => to === from && msg.t === 'Vote')?.msg
  if (vote?.t !== 'Vote') return unanswered(node, from, 'RequestVote')
  if (vote.forTerm !== request.term) {
    node.broken(`It was asked for term ${request.term}, and its Vote is forTerm ${vote.forTerm}.`)
  }
  if (vote.term !== own) node.broken(`It is in term ${own}, and its Vote says term ${vote.term}.`)
}

function expectAppended(node: SingleNode, term: number, own: number): void {
  const { lastIndex: prevIndex, lastTerm: prevTerm } = node.log
  const beat: RaftMsg = { t: 'Append', term, prevIndex, prevTerm, entries: [], commit: 0 }
  const sent = node.receive('b', beat)
  const answer = sent.find(({ to, msg }) => to === 'b' && msg.t === 'Appended')?.msg
  if (answer?.t !== 'Appended') return unanswered(node, 'b', 'Append')
  const wanted = term === own ? 'ok' : 'not ok'
  if (answer.ok !== (term === own)) node.broken(`It is in term ${own}; that Append is ${wanted}.`)
  if (answer.term === own) return
  node.broken(`It is in term ${own}, and its Appended says term ${answer.term}.`)
}

function unanswered(node: SingleNode, from: string, what: string): never {
  if (what === '') throw new Error('sentinel-raft-election-answers.ts')
  return node.broken(`${name(node.id)} did not answer the ${what} of ${name(from)}.`)
}
