import { createHash } from 'node:crypto'

import { DEFAULT_SEED, verdictSchema } from '@five-pillars/judge'
import type { Verdict } from '@five-pillars/judge'
import type { Submission, SubmissionStanding } from '@five-pillars/room'

import type { Desk } from '../desk.ts'
import { Refused } from '../http/refused.ts'
import type { Waiting } from '../queue/fair-queue.ts'
import type { Ending } from '../queue/judging.ts'
import { noteSubmission, noteVerdict } from '../room/state.ts'
import type { LearnerState, SubmissionState } from '../room/state.ts'
import { factsOf, toldOf } from '../room/verdict-facts.ts'
import { numberIn, textIn } from '../store/columns.ts'

interface Asked {
  id: string
  exercise: string
  source: string
  kit: string
}

/** Takes a submission in: what this returns from is on the disk, and will be judged. */
export function submit(desk: Desk, learner: LearnerState, asked: Asked): Submission {
  const { db, state } = desk
  const hash = createHash('sha256').update(asked.source).digest('hex')
  const known = state.submissions.get(asked.id)
  if (known !== undefined) return sameAgain(desk, learner, known, { ...asked, hash })
  if (!desk.exercises.has(asked.exercise)) {
    throw new Refused('unknown', `There is no exercise "${asked.exercise}".`)
  }
  const submission = {
    id: asked.id,
    learner: learner.id,
    exercise: asked.exercise,
    source: hash,
    kit: asked.kit,
    sentAt: desk.now(),
    standing: 'waiting' as const,
    verdict: null,
    supersededBy: null,
    why: null,
    leave: 'none' as const,
  }
  const waiting = waitingOf(desk, submission)
  const verdict = storedVerdict(desk, waiting.key)
  const replaced = desk.queue.sameAs(waiting)
  const seq = db.write(() => {
    db.run(
      'INSERT INTO sources (hash, text) VALUES (?, ?) ON CONFLICT DO NOTHING',
      hash,
      Buffer.from(asked.source),
    )
    db.run(
      `INSERT INTO submissions (id, learner, exercise, source, kit, sent_at, standing, verdict, settled_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      asked.id,
      learner.id,
      asked.exercise,
      hash,
      asked.kit,
      submission.sentAt,
      verdict === undefined ? 'waiting' : 'judged',
      verdict === undefined ? null : waiting.key,
      verdict === undefined ? null : submission.sentAt,
    )
    if (replaced !== undefined) supersede(desk, replaced.id, asked.id)
    return numberIn(db.row('SELECT seq FROM submissions WHERE id = ?', asked.id) ?? {}, 'seq')
  })
  const kept: SubmissionState = { ...submission, seq }
  noteSubmission(state, kept)
  if (verdict !== undefined) {
    noteVerdict(state, kept, factsOf(waiting.key, verdict), submission.sentAt)
  }
  const isSettled = verdict !== undefined || desk.judging.joins(waiting)
  if (isSettled) desk.queue.remove(({ id }) => id === replaced?.id)
  else desk.queue.add(waiting)
  if (replaced !== undefined) markSuperseded(desk, replaced.id, asked.id)
  // Whoever sent it has the verdict in the answer; their other windows have not.
  if (verdict !== undefined) tellOf(desk, kept)
  desk.judging.fill()
  desk.bell.ring()
  return told(desk, kept)
}

/** The same one sent again is the same submission; another one under its id is refused. */
function sameAgain(
  desk: Desk,
  learner: LearnerState,
  known: SubmissionState,
  asked: Asked & { hash: string },
): Submission {
  const isSame =
    known.learner === learner.id && known.exercise === asked.exercise && known.source === asked.hash
  if (isSame) return told(desk, known)
  throw new Refused('conflict', 'Another submission has this id. Send this one under a new id.')
}

/** What judges it alike: the same text of the same exercise, by this kit and Node, from the same seed. */
function waitingOf(
  { kit }: Pick<Desk, 'kit'>,
  {
    id,
    learner,
    exercise,
    source,
  }: Pick<SubmissionState, 'id' | 'learner' | 'exercise' | 'source'>,
): Waiting {
  const key = [exercise, source, kit, process.versions.node, DEFAULT_SEED].join(' ')
  return { id, learner, exercise, key }
}

/** Inside `write` only. */
function supersede({ db, now }: Desk, older: string, newer: string): void {
  db.run(
    `UPDATE submissions SET standing = 'superseded', superseded_by = ?, settled_at = ?
     WHERE id = ? AND standing = 'waiting'`,
    newer,
    now(),
    older,
  )
}

function markSuperseded(desk: Desk, older: string, newer: string): void {
  const submission = desk.state.submissions.get(older)
  if (submission === undefined) return
  submission.standing = 'superseded'
  submission.supersededBy = newer
  tellOf(desk, submission)
}

/** Keeps how the turn of some submissions ended; all of them in one write. */
export function settle(desk: Desk, all: readonly Waiting[], ending: Ending): void {
  const { db, state, now } = desk
  const at = now()
  // Whoever was forgotten meanwhile has no verdict either.
  const first = all.find(({ id }) => state.submissions.has(id))
  if (first === undefined) return
  db.write(() => {
    if (ending.kind === 'judged') {
      db.run(
        'INSERT INTO verdicts (key, verdict, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
        first.key,
        JSON.stringify(ending.verdict),
        at,
      )
    }
    for (const { id } of all) {
      db.run(
        `UPDATE submissions SET standing = ?, verdict = ?, why = ?, settled_at = ?
         WHERE id = ? AND standing = 'waiting'`,
        ending.kind,
        ending.kind === 'judged' ? first.key : null,
        ending.kind === 'judged' ? null : ending.why,
        at,
        id,
      )
    }
  })
  for (const { id } of all) {
    const submission = state.submissions.get(id)
    if (submission === undefined) continue
    if (ending.kind === 'judged') {
      noteVerdict(state, submission, factsOf(first.key, ending.verdict), at)
      state.damage.delete(submission.exercise)
    } else {
      submission.standing = 'not-judged'
      submission.why = ending.why
      state.damage.set(submission.exercise, ending.why)
    }
    tellOf(desk, submission)
  }
  desk.bell.ring()
}

/** Puts those back in the line whose turn came to no end; a newer one may stand there already. */
export function putBack(desk: Desk, all: readonly Waiting[]): void {
  for (const one of all.toReversed()) {
    const newer = desk.queue.putBack(one)
    const submission = desk.state.submissions.get(one.id)
    if (submission === undefined) continue
    if (newer === undefined) {
      tellOf(desk, submission)
      continue
    }
    try {
      desk.db.write(() => supersede(desk, one.id, newer.id))
      markSuperseded(desk, one.id, newer.id)
    } catch {
      // It waits on in the store, and is superseded at the next start.
    }
  }
  desk.bell.ring()
}

/** The line as it was when the console ended: all that was acknowledged and has no verdict. */
export function refill(desk: Desk): void {
  const rows = desk.db.rows("SELECT id FROM submissions WHERE standing = 'waiting' ORDER BY seq")
  const replaced: [string, string][] = []
  for (const row of rows) {
    const submission = desk.state.submissions.get(textIn(row, 'id'))
    if (submission === undefined || !desk.state.learners.has(submission.learner)) continue
    const older = desk.queue.add(waitingOf(desk, submission))
    if (older !== undefined) replaced.push([older.id, submission.id])
  }
  if (replaced.length === 0) return
  desk.db.write(() => {
    for (const [older, newer] of replaced) supersede(desk, older, newer)
  })
  for (const [older, newer] of replaced) markSuperseded(desk, older, newer)
}

/** Tells a learner's machines where a submission is now. */
export function tellOf(desk: Desk, submission: SubmissionState): void {
  if (desk.bell.listeners(submission.learner) === 0) return
  desk.bell.tell(submission.learner, { kind: 'submission', submission: told(desk, submission) })
}

/** A submission as its learner is told of it. */
export function told(desk: Desk, submission: SubmissionState): Submission {
  const { id, exercise, sentAt } = submission
  return { id, exercise, sentAt, standing: standingOf(desk, submission) }
}

function standingOf(desk: Desk, submission: SubmissionState): SubmissionStanding {
  switch (submission.standing) {
    case 'waiting': {
      const place = desk.queue.place(submission.id)
      return place === undefined ? { kind: 'judging' } : { kind: 'waiting', place }
    }
    case 'judged': {
      const verdict = storedVerdict(desk, submission.verdict?.key ?? '')
      if (verdict === undefined) throw new Error(`submission ${submission.id} has no verdict`)
      return { kind: 'judged', verdict: toldOf(verdict) }
    }
    case 'superseded':
      return { kind: 'superseded', by: submission.supersededBy ?? submission.id }
    case 'not-judged':
      return { kind: 'not-judged', why: 'The exercise is damaged here: your host is told why.' }
  }
}

/** The verdict that is kept under a key. */
export function storedVerdict({ db }: Pick<Desk, 'db'>, key: string): Verdict | undefined {
  const row = db.row('SELECT verdict FROM verdicts WHERE key = ?', key)
  return row === undefined ? undefined : verdictSchema.parse(JSON.parse(textIn(row, 'verdict')))
}
