import { BrokenPromise, holds } from '@five-pillars/suite'

import type { State } from '../../src/quorum.ts'
import { ballots } from './ballot.ts'
import type { Ballot } from './ballot.ts'
import { converse } from './conversation.ts'
import type { Turn } from './conversation.ts'
import { handFed } from './hand-fed.ts'
import type { Subject } from './subject.ts'
import { countedLine, standing, tally } from './tally.ts'

/** Ballots are cheap, and names that mislead are rare among them. */
const EFFORT = { factor: 3 }

const STATES: readonly string[] = ['pending', 'reached', 'impossible'] satisfies State[]

/** Nothing is decided before the first words of members decide it, and then nothing else is. */
export function decidesOnMembers(subject: Subject): void {
  forBallots((ballot) => {
    for (const turn of untilDecided(subject, ballot)) {
      if (!STATES.includes(turn.got)) {
        broken(`offer gives ${turn.got}, not "pending", "reached" or "impossible".`, turn)
      }
      if (turn.got !== 'pending' && turn.got !== turn.tally.state) tellWrong(turn)
    }
  })
}

/** Once `reached` or `impossible`, for ever. */
export function staysDecided(subject: Subject): void {
  forBallots((ballot) => {
    let decided: string | undefined
    for (const turn of converse(subject, ballot)) {
      if (decided !== undefined && turn.got !== decided) {
        broken(`The collector said ${decided}, and now it says ${turn.got}.`, turn)
      }
      if (turn.got === 'reached' || turn.got === 'impossible') decided = turn.got
    }
  })
}

export function tellsReached(subject: Subject): void {
  tells('reached', subject)
}

export function tellsImpossible(subject: Subject): void {
  tells('impossible', subject)
}

/** The vote that decides is answered with what it decides. */
function tells(state: State, subject: Subject): void {
  forBallots((ballot) => {
    for (const turn of untilDecided(subject, ballot)) {
      if (turn.tally.state === state && turn.got !== state) tellWrong(turn)
    }
  })
}

/** The turns up to the one that decides; what comes after them is another promise. */
function* untilDecided(subject: Subject, ballot: Ballot): Generator<Turn> {
  for (const turn of converse(subject, ballot)) {
    yield turn
    if (turn.tally.state !== 'pending') return
  }
}

function forBallots(promise: (ballot: Ballot) => void): void {
  for (const ballot of handFed) promise(ballot)
  if (handFed.every((ballot) => tally(ballot).state === 'pending')) {
    throw new Error('sentinel-quorum-collector.ts: nothing is decided')
  }
  holds([ballots], promise, EFFORT)
}

function tellWrong(turn: Turn): never {
  return broken(`The collector says ${turn.got}, but ${standing(turn.tally)}.`, turn)
}

function broken(sentence: string, turn: Turn): never {
  throw new BrokenPromise([sentence, turn.story(), countedLine(turn.tally)].join('\n'))
}
