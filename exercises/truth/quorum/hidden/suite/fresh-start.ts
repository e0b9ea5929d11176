import { BrokenPromise, holds } from '@five-pillars/suite'

import { ballots } from './ballot.ts'
import type { Ballot } from './ballot.ts'
import { converse } from './conversation.ts'
import type { Turn } from './conversation.ts'
import { acksStory, askHasQuorum } from './has-quorum.ts'
import { askNewest, gotText, readStory } from './ask-newest.ts'
import { reads } from './read.ts'
import type { Read } from './read.ts'
import type { Subject } from './subject.ts'

/** Each of two votes for the same question is half of what is needed. */
const HALVES: readonly [Ballot, Ballot] = [half('B'), half('A')]

/** `hasQuorum` and a collector know what they were given, and nothing of other calls. */
export function countingStartsFromNothing(subject: Subject): void {
  const promise = (ballot: Ballot, other: Ballot): void => {
    expectSameVerdict(subject, ballot, other)
    expectSameConversation(subject, ballot, other)
  }
  promise(...HALVES)
  holds([ballots, ballots], promise)
}

/** So does `newest`. */
export function readingStartsFromNothing(subject: Subject): void {
  const promise = (read: Read, other: Read): void => expectSameNewest(subject, read, other)
  promise(readOf('B', 1), readOf('A', 9))
  holds([reads, reads], promise)
}

function expectSameVerdict(subject: Subject, ballot: Ballot, other: Ballot): void {
  const first = askHasQuorum(subject, ballot)
  askHasQuorum(subject, other)
  const again = askHasQuorum(subject, ballot)
  if (again === first) return
  throw new BrokenPromise(
    [
      `hasQuorum gives ${first}, and ${again} when it is asked the same again.`,
      acksStory(ballot),
      'In between it was asked:',
      acksStory(other),
    ].join('\n'),
  )
}

function expectSameConversation(subject: Subject, ballot: Ballot, other: Ballot): void {
  const alone = [...converse(subject, ballot)]
  const noise = converse(subject, other)
  const beside = converse(subject, ballot)
  let between: Turn | undefined
  for (const expected of alone) {
    between = next(noise) ?? between
    const turn = next(beside)
    if (turn === undefined || turn.got === expected.got) continue
    throw new BrokenPromise(
      [
        'Two new collectors answered the same offers in two ways.',
        expected.line('the first'),
        ...(between === undefined ? [] : [between.line('another, at work beside the second')]),
        turn.line('the second'),
      ].join('\n'),
    )
  }
}

function expectSameNewest(subject: Subject, read: Read, other: Read): void {
  const first = gotText(askNewest(subject, read))
  askNewest(subject, other)
  const again = gotText(askNewest(subject, read))
  if (again === first) return
  throw new BrokenPromise(
    [
      `newest gives ${first}, and ${again} when it is asked the same again.`,
      readStory(read),
      'In between it was asked:',
      readStory(other),
    ].join('\n'),
  )
}

function next(turns: Generator<Turn>): Turn | undefined {
  const { value, done } = turns.next()
  return done === true ? undefined : value
}

function half(from: string): Ballot {
  return { members: ['A', 'B'], need: 2, votes: [{ from, ok: true }] }
}

function readOf(id: string, ts: number): Read {
  if (ts < 0) throw new Error('sentinel-quorum-fresh-start.ts: before all time')
  return { replies: [{ id, ts, value: `v${ts}` }], r: 1 }
}
