import type { Check, Part } from '@five-pillars/suite'

import type { Subject } from '../../subject.ts'
import {
  decidesOnce,
  heedsNo,
  needsEverybody,
  presumesAbort,
  savesDecisionFirst,
  standsByIt,
} from './coordinator-decides.ts'
import {
  answersAsks,
  asksAgain,
  givesUpInTime,
  sparesOthers,
  tellsAgain as tellsDecisionAgain,
  tellsAtOnce,
} from './coordinator-tells.ts'
import { answersAll, asksInDoubt } from './participant-answers.ts'
import { obeysOnce, savesEndFirst, survivesEachWrite } from './participant-ends.ts'
import { keepsItsWord, locksAgain, savesVoteFirst, votesTruly } from './participant-votes.ts'
import {
  goesBack,
  goesForward,
  goesOn,
  restsInTheEnd,
  staysWhole,
  tellsAgain,
} from './saga-leads.ts'
import { answersAll as answersSteps, neverGivesUp, runsEach } from './step-answers.ts'
import {
  heedsEmptyUndo,
  makesUpOnce,
  runsOnce,
  savesAnswerFirst,
  staysFailed,
  survivesEachWrite as survivesEachWriteOfStep,
  undoesInOrder,
} from './step-once.ts'
import { noteBroken } from './tour.ts'
import {
  blocksAndNoMore,
  comesToAnEnd,
  commitsWhole,
  goesOnAfterwards,
  repeatsItself,
  sagasWhole,
  staysSafe,
} from './worlds.ts'

export const parts: readonly Part<Subject>[] = [
  {
    title: 'participant',
    checks: noted({
      'it votes as its database does': votesTruly,
      'a vote is on the disk before it is told': savesVoteFirst,
      'a yes is kept, however long it takes': keepsItsWord,
      'after a crash it has its locks again': locksAgain,
      'what was decided is done, once': obeysOnce,
      'what is done is on the disk before it is told': savesEndFirst,
      'a crash at each write of a participant': survivesEachWrite,
      'every Prepare and Decide is answered at once': answersAll,
      'who is in doubt asks, until it is told': asksInDoubt,
    }),
  },
  {
    title: 'coordinator',
    checks: noted({
      'nobody votes for another one': needsEverybody,
      'a no is a no': heedsNo,
      'a commit is on the disk before anybody hears of it': savesDecisionFirst,
      'a decision stands': standsByIt,
      'what was not decided before a crash is aborted': presumesAbort,
      'a crash at each write of a coordinator': decidesOnce,
      'everybody is asked at once, and again': asksAgain,
      'a decision is told at once': tellsAtOnce,
      'a decision is told again, until it is done': tellsDecisionAgain,
      'who is in doubt is answered at once': answersAsks,
      'who does not vote is not waited for': givesUpInTime,
      'nobody hears again what is over for him': sparesOthers,
    }),
  },
  {
    title: 'saga',
    checks: noted({
      'a step runs once': runsOnce,
      'a step that has failed has failed': staysFailed,
      'what has run is made up for, once': makesUpOnce,
      'an Undo that comes before its Run': heedsEmptyUndo,
      'an Undo that comes while its step runs': undoesInOrder,
      'what a step answers is on the disk': savesAnswerFirst,
      'a crash at each write of a step': survivesEachWriteOfStep,
      'steps run one after the other': goesForward,
      'and are undone in reverse': goesBack,
      'a crash at each write of who leads it': staysWhole,
      'every Run and Undo is answered': answersSteps,
      'one saga does not wait for another one': runsEach,
      'giving back is tried until it works': neverGivesUp,
      'a saga goes on after a crash': goesOn,
      'what is next is told at once, and again': tellsAgain,
      'what is over is over': restsInTheEnd,
    }),
  },
  {
    title: 'world',
    checks: {
      'the same world runs the same way twice': repeatsItself,
      'one crash at each write, and all or nothing': commitsWhole,
      'one crash at each write, and no step is done twice': sagasWhole,
      'the coordinator is away for ten seconds': blocksAndNoMore,
      'whatever breaks, all or nothing': staysSafe,
      'the coordinator is back, and it goes on': goesOnAfterwards,
      'once the faults are over, everything ends': comesToAnEnd,
    },
  },
]

/** The worlds want to know who has broken a promise before. */
function noted(checks: Readonly<Record<string, Check<Subject>>>): Record<string, Check<Subject>> {
  const all = Object.entries(checks).map(([name, check]) => {
    const noting = async (subject: Subject): Promise<void> => {
      try {
        await check(subject)
      } catch (error) {
        noteBroken(subject)
        throw error
      }
    }
    return [name, noting] as const
  })
  return Object.fromEntries(all)
}

if (parts.some(({ checks }) => Object.keys(checks).length === 0)) {
  throw new Error('sentinel-commit-and-saga-checks.ts: a part without checks')
}
