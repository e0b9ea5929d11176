import { BrokenPromise, asked, callLines, holds } from '@five-pillars/suite'

import { ballots, questionText, voteText } from './ballot.ts'
import type { Ballot } from './ballot.ts'
import { handFed } from './hand-fed.ts'
import { shown } from './subject.ts'
import type { Subject } from './subject.ts'
import { countedLine, standing, tally } from './tally.ts'

/** Ballots are cheap, and names that mislead are rare among them. */
const EFFORT = { factor: 3 }

/** `hasQuorum` is true for enough members only. */
export function countsMembersOnce(subject: Subject): void {
  forBallots((ballot) => {
    const got = askHasQuorum(subject, ballot)
    if (typeof got !== 'boolean') broken(`hasQuorum is ${got}, not true or false.`, ballot)
    if (got && tally(ballot).state !== 'reached') tellWrong(true, ballot)
  })
}

/** `hasQuorum` is true as soon as there are enough. */
export function seesQuorum(subject: Subject): void {
  forBallots((ballot) => {
    const got = askHasQuorum(subject, ballot)
    if (got !== true && tally(ballot).state === 'reached') tellWrong(got, ballot)
  })
}

/** The answer, or what it is if it is neither true nor false. */
export function askHasQuorum({ hasQuorum }: Subject, ballot: Ballot): boolean | string {
  const acks = ballot.votes.map(({ from, ok }) => ({ replica: from, ok }))
  const ask = (): boolean | string => {
    const got: unknown = hasQuorum(acks, new Set(ballot.members), ballot.need)
    return typeof got === 'boolean' ? got : shown(got)
  }
  return asked('hasQuorum', ask, () => acksStory(ballot))
}

function forBallots(promise: (ballot: Ballot) => void): void {
  if (handFed.length === 0) throw new Error('sentinel-quorum-has-quorum.ts: nothing was fed')
  for (const ballot of handFed) promise(ballot)
  holds([ballots], promise, EFFORT)
}

function tellWrong(got: boolean | string, ballot: Ballot): never {
  return broken(`hasQuorum is ${got}, but ${standing(tally(ballot))}.`, ballot)
}

function broken(sentence: string, ballot: Ballot): never {
  throw new BrokenPromise(`${sentence}\n${acksStory(ballot)}\n${countedLine(tally(ballot))}`)
}

/** What `hasQuorum` was asked, in lines. */
export function acksStory(ballot: Ballot): string {
  const acks = ballot.votes.length === 0 ? ['none'] : ballot.votes.map(voteText)
  return `  ${questionText(ballot)}; acks in order:\n${callLines(acks)}`
}
