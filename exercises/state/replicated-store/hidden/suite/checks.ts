import type { Check, Part } from '@five-pillars/suite'

import type { Subject } from '../../scenario.ts'
import {
  acksInTime,
  countsThisEpoch,
  endsOnce,
  restartsAsFollower,
  savesBeforeAcking,
  stopsWhenFenced,
  waitsForMost,
} from './acks.ts'
import { answersAll } from './answers.ts'
import { backsUpAll, findsUnreadable } from './backups.ts'
import { ignoresEarlier, ignoresOldPromotions, keepsEpoch } from './fencing.ts'
import { discards, fitsOnly, keepsLate, onceInOrder, savesFirst } from './following.ts'
import { survivesGitLab, undoesDelete } from './legends.ts'
import { needsMajority, takesBest } from './promotion.ts'
import {
  keepsHistory,
  keepsTimesInOrder,
  restoresAlone,
  restoresAsLeader,
  restoresMoment,
  tellsRestored,
  tellsRestoredInTime,
} from './restores.ts'
import { goesBack, sparesConfirmed, tellsAgain, tellsAtOnce } from './telling.ts'
import { noteBroken } from './tour.ts'
import { comesTogether, losesNothing, repeatsItself } from './worlds.ts'

export const parts: readonly Part<Subject>[] = [
  {
    title: 'following',
    checks: noted({
      'an earlier epoch is not obeyed': ignoresEarlier,
      'an epoch is kept through a crash': keepsEpoch,
      'entries that do not fit are not taken': fitsOnly,
      'entries come in order, each of them once': onceInOrder,
      'what only an earlier leader had is discarded': discards,
      'a message that was overtaken takes nothing away': keepsLate,
      'what is confirmed is on the disk': savesFirst,
      'every Fence and Append is answered at once': answersAll,
    }),
  },
  {
    title: 'leading',
    checks: noted({
      'nobody leads an epoch that is not new': ignoresOldPromotions,
      'nobody leads without a majority': needsMajority,
      'a new leader has the best log of its majority': takesBest,
      'what is acknowledged is on the disk': savesBeforeAcking,
      'in quorum mode most members have what is acknowledged': waitsForMost,
      'confirmations of an earlier epoch do not count': countsThisEpoch,
      'whoever hears of a newer epoch leads no more': stopsWhenFenced,
      'after a crash nobody leads': restartsAsFollower,
      'a write ends once, and a refused one is nowhere': endsOnce,
      'times in the log never go back': keepsTimesInOrder,
      'a write is acknowledged as soon as it may be': acksInTime,
      'everybody is told at once': tellsAtOnce,
      'whoever has not answered is told again': tellsAgain,
      'whatever a peer has, it comes to the log of its leader': goesBack,
      'what a peer has confirmed is not sent to it again': sparesConfirmed,
    }),
  },
  {
    title: 'restoring',
    checks: noted({
      'a backup is all of the log, and stays as it is': backsUpAll,
      'what cannot be replayed is no backup': findsUnreadable,
      'a restore gives the state of that moment to everybody': restoresMoment,
      'a backup needs nothing beside itself': restoresAlone,
      'a restore takes nothing from the log': keepsHistory,
      'only a leader restores': restoresAsLeader,
      'a restore is told when it will last, and once': tellsRestored,
      'a restore is told as soon as it may be': tellsRestoredInTime,
      'ten minutes before the delete': undoesDelete,
      'GitLab, 31 January 2017': survivesGitLab,
    }),
  },
  {
    title: 'world',
    checks: {
      'the same world runs the same way twice': repeatsItself,
      'no acknowledged write is lost, whatever breaks': losesNothing,
      'once the faults are over, all hold one log': comesTogether,
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
  throw new Error('sentinel-replicated-store-checks.ts: a part without checks')
}
