import { z } from 'zod'

import type { Agenda } from '../agenda/clock.ts'
import { factsOf } from '../room/verdict-facts.ts'
import { cellOf, emptyRoom, noteOutcome, noteSubmission, noteVerdict } from '../room/state.ts'
import type { RoomState, SubmissionState, VerdictFacts } from '../room/state.ts'
import { numberIn, textIn, textOrNull } from './columns.ts'
import type { Database, Row } from './database.ts'
import { putDocument, readDocument } from './documents.ts'
import { verdictSchema } from '@five-pillars/judge'

/**
 * All that is kept of a room, or a new one.
 *
 * @param fresh what a room begins with that was not there before
 */
export function loadRoom(
  db: Database,
  fresh: { name: string; code: string; agenda: Agenda },
): RoomState {
  const known = readDocument(db, 'room')
  if (known === undefined) {
    db.write(() => {
      putDocument(db, 'room', { name: fresh.name, code: fresh.code })
      putDocument(db, 'agenda', fresh.agenda)
    })
  }
  const { name, code } = known ?? fresh
  const state = emptyRoom(name, code, readDocument(db, 'agenda') ?? fresh.agenda)
  state.clock = readDocument(db, 'clock') ?? state.clock
  state.shown = readDocument(db, 'shown') ?? null
  state.followToken = readDocument(db, 'follow')?.token ?? null
  state.gameDay = readDocument(db, 'game-day') ?? state.gameDay
  state.isLeaderboardOn = readDocument(db, 'leaderboard')?.isOn ?? false
  loadLearners(db, state)
  loadWork(db, state)
  loadSaid(db, state)
  return state
}

function loadLearners(db: Database, state: RoomState): void {
  for (const row of db.rows('SELECT * FROM learners WHERE is_removed = 0 ORDER BY joined_at')) {
    const id = textIn(row, 'id')
    const joinedAt = numberIn(row, 'joined_at')
    state.learners.set(id, {
      id,
      nickname: textIn(row, 'nickname'),
      joinedAt,
      seenAt: row['seen_at'] === null ? joinedAt : numberIn(row, 'seen_at'),
      isSeen: row['seen_at'] !== null,
      kit: null,
      connections: 0,
      hand: null,
      cells: new Map(),
    })
  }
  for (const row of db.rows('SELECT * FROM hands ORDER BY seq')) {
    const learner = state.learners.get(textIn(row, 'learner'))
    if (learner === undefined) continue
    learner.hand =
      row['is_raised'] === 0
        ? null
        : {
            at: numberIn(row, 'at'),
            exercise: textOrNull(row, 'exercise'),
            note: textIn(row, 'note'),
          }
  }
}

/** Checks and submissions again in the order in which they came: the board is the sum of them. */
function loadWork(db: Database, state: RoomState): void {
  const verdicts = loadVerdicts(db)
  const events: { at: number; apply: () => void }[] = []
  for (const row of db.rows('SELECT * FROM submissions ORDER BY seq')) {
    const { submission, verdict, settledAt } = submissionIn(row, verdicts)
    events.push({ at: submission.sentAt, apply: () => noteSubmission(state, submission) })
    if (verdict !== null) {
      const at = settledAt ?? submission.sentAt
      events.push({ at, apply: () => noteVerdict(state, submission, verdict, at) })
    }
  }
  for (const row of db.rows('SELECT * FROM attempts ORDER BY seq')) {
    const at = numberIn(row, 'at')
    const learner = state.learners.get(textIn(row, 'learner'))
    if (learner === undefined) continue
    events.push({
      at,
      apply: () => {
        const cell = cellOf(learner, textIn(row, 'exercise'), at)
        cell.hints = Math.max(cell.hints, numberIn(row, 'hints'))
        const kept = z.array(z.string()).parse(JSON.parse(textIn(row, 'kept')))
        noteOutcome(cell, { at, kept, broken: textOrNull(row, 'broken') })
      },
    })
  }
  for (const { apply } of events.toSorted((a, b) => a.at - b.at)) apply()
}

function loadVerdicts(db: Database): ReadonlyMap<string, VerdictFacts> {
  return new Map(
    db.rows('SELECT key, verdict FROM verdicts').map((row) => {
      const key = textIn(row, 'key')
      return [key, factsOf(key, verdictSchema.parse(JSON.parse(textIn(row, 'verdict'))))]
    }),
  )
}

function submissionIn(
  row: Row,
  verdicts: ReadonlyMap<string, VerdictFacts>,
): { submission: SubmissionState; verdict: VerdictFacts | null; settledAt: number | null } {
  const key = textOrNull(row, 'verdict')
  return {
    verdict: key === null ? null : (verdicts.get(key) ?? null),
    settledAt: row['settled_at'] === null ? null : numberIn(row, 'settled_at'),
    submission: {
      id: textIn(row, 'id'),
      seq: numberIn(row, 'seq'),
      learner: textIn(row, 'learner'),
      exercise: textIn(row, 'exercise'),
      source: textIn(row, 'source'),
      kit: textIn(row, 'kit'),
      sentAt: numberIn(row, 'sent_at'),
      standing: z
        .enum(['waiting', 'judged', 'superseded', 'not-judged'])
        .parse(textIn(row, 'standing')),
      verdict: null,
      supersededBy: textOrNull(row, 'superseded_by'),
      why: textOrNull(row, 'why'),
      leave: z.enum(['none', 'asked', 'given', 'refused']).parse(textIn(row, 'leave')),
    },
  }
}

function loadSaid(db: Database, state: RoomState): void {
  for (const row of db.rows('SELECT * FROM announcements ORDER BY seq')) {
    state.announcements.push({
      id: String(numberIn(row, 'seq')),
      text: textIn(row, 'text'),
      at: numberIn(row, 'at'),
      isUp: row['is_up'] === 1,
    })
  }
  for (const row of db.rows('SELECT * FROM releases ORDER BY seq')) {
    state.releases.push({
      kind: z.enum(['hint', 'solution']).parse(textIn(row, 'kind')),
      exercise: textIn(row, 'exercise'),
      level: row['level'] === null ? null : numberIn(row, 'level'),
      learner: textOrNull(row, 'learner'),
      at: numberIn(row, 'at'),
    })
  }
}
