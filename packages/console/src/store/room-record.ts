import { z } from 'zod'

import type {
  BlockRecord,
  CheckRecord,
  LearnerRecord,
  RoomRecord,
  SubmissionRecord,
} from '../after/room-record.ts'
import { storedVerdict } from '../acts/submit.ts'
import type { Desk } from '../desk.ts'
import type { RoomState, SubmissionState } from '../room/state.ts'
import { sourceOf } from './source-of.ts'
import { toldOf } from '../room/verdict-facts.ts'
import { numberIn, textIn, textOrNull } from './columns.ts'

/** What an export is made from: the room, and what of it is in the store alone. */
type Kept = Pick<Desk, 'db' | 'state' | 'exercises' | 'kit' | 'now'>

/** All that a day leaves, of those who are in the room still. */
export function roomRecord(kept: Kept): RoomRecord {
  const { state, exercises, kit } = kept
  const at = kept.now()
  const learners = [...state.learners.values()].toSorted((a, b) => a.joinedAt - b.joinedAt)
  return {
    room: state.name,
    kit,
    at,
    zoneMinutes: -new Date(at).getTimezoneOffset(),
    exercises: [...exercises.values()].map(({ entry, points, promises }) => ({
      slug: entry.slug,
      title: entry.title,
      points,
      promises,
    })),
    blocks: blocksOf(state),
    learners: learners.map(({ id, nickname, joinedAt }) =>
      learnerRecord(kept, { id, nickname, joinedAt }),
    ),
  }
}

function blocksOf({ agenda, clock }: RoomState): readonly BlockRecord[] {
  const now = clock.now === null ? [] : [{ ...clock.now, to: null }]
  return [...clock.done, ...now].flatMap(({ block, from, to, pausedMs }) => {
    const planned = agenda.blocks.find(({ id }) => id === block)
    if (planned === undefined) return []
    const { title, kind, slug, minutes } = planned
    return [{ title, kind, slug, plannedMinutes: minutes, from, to, pausedMs }]
  })
}

function learnerRecord(
  kept: Kept,
  learner: Pick<LearnerRecord, 'id' | 'nickname' | 'joinedAt'>,
): LearnerRecord {
  const { db, state } = kept
  const hands = db.row(
    'SELECT count(*) AS hands FROM hands WHERE learner = ? AND is_raised = 1',
    learner.id,
  )
  const submissions = [...state.submissions.values()].filter((one) => one.learner === learner.id)
  return {
    ...learner,
    hands: hands === undefined ? 0 : numberIn(hands, 'hands'),
    checks: checksOf(kept, learner.id),
    submissions: submissions
      .toSorted((a, b) => a.seq - b.seq)
      .map((one) => submissionRecord(kept, one)),
  }
}

function checksOf({ db }: Kept, learner: string): readonly CheckRecord[] {
  return db.rows('SELECT * FROM attempts WHERE learner = ? ORDER BY seq', learner).map((row) => ({
    exercise: textIn(row, 'exercise'),
    at: numberIn(row, 'at'),
    kept: z.array(z.string()).parse(JSON.parse(textIn(row, 'kept'))),
    broken: textOrNull(row, 'broken'),
    hints: numberIn(row, 'hints'),
  }))
}

function submissionRecord(kept: Kept, submission: SubmissionState): SubmissionRecord {
  const { id, exercise, sentAt, standing, verdict } = submission
  const row = kept.db.row('SELECT settled_at FROM submissions WHERE id = ?', id) ?? {}
  const stored = verdict === null ? undefined : storedVerdict(kept, verdict.key)
  return {
    id,
    exercise,
    sentAt,
    settledAt: row['settled_at'] === null ? null : numberIn(row, 'settled_at'),
    standing,
    verdict: stored === undefined ? null : toldOf(stored),
    source: sourceOf(kept, submission),
  }
}
