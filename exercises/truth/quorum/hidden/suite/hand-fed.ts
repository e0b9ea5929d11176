import type { Ballot, Vote } from './ballot.ts'

/** One ballot for each rule of counting, the smallest that can show it. */
export const handFed: readonly Ballot[] = [
  // Two of three, and a third that comes when all is said.
  ballot('ABC', 2, 'A+ C+ B+'),
  // All that answered said yes, and they are two of five: each side of a cut sees that.
  ballot('ABCDE', 3, 'A+ B+'),
  // An answer that was sent twice.
  ballot('ABC', 2, 'A+ A+'),
  // Somebody who is not asked.
  ballot('ABC', 2, 'A+ X+ Y+'),
  // A no is no yes.
  ballot('ABC', 2, 'A+ B-'),
  // The first word stands, whichever it is.
  ballot('ABC', 2, 'A- A+ B+'),
  ballot('ABC', 2, 'A+ A- B+ B-'),
  ballot('ABC', 2, 'A+ B+ A- C-'),
  // One no leaves enough of them, the second does not.
  ballot('ABC', 2, 'A- B- C+'),
  // A no counts once, and only of a member.
  ballot('ABC', 2, 'A- A- X- Y- B+ C+'),
  // What is needed is said by whoever asks: it may be less than a majority, or more.
  ballot('ABCDE', 2, 'A- B- C- D+ E+'),
  ballot('ABCDE', 4, 'A+ B+ C+ D- E-'),
  // Decided before anybody has voted.
  ballot('ABC', 0, 'X- A- A-'),
  ballot('ABC', 4, 'X+ A+ A+ B+ C+'),
  // Names that an object has already, that look like none, or only look like each other.
  all(['constructor', '__proto__', 'toString'], []),
  all(['', ' ', 'null', '0'], ['undefined']),
  all(['a', 'A', 'a#1', '10'], ['a#', '1', '']),
]

/** `A+` is a yes of A, `A-` a no. */
function ballot(members: string, need: number, votes: string): Ballot {
  return { members: members.split(''), need, votes: votes.split(' ').map(vote) }
}

/** The strangers say yes first, and then all members, who are all needed. */
function all(members: readonly string[], strangers: readonly string[]): Ballot {
  const votes = [...strangers, ...members].map((from) => ({ from, ok: true }))
  return { members, need: members.length, votes }
}

function vote(text: string): Vote {
  const [from = '', sign] = text
  if (sign !== '+' && sign !== '-') throw new Error(`sentinel-quorum-hand-fed.ts: "${text}"`)
  return { from, ok: sign === '+' }
}
