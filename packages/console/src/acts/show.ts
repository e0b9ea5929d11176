import type { ShownRun } from '@five-pillars/deck-kit/relay'

import type { Desk } from '../desk.ts'
import { Refused } from '../http/refused.ts'
import { storyOf } from '../room/room-view.ts'
import { sourceOf } from '../store/source-of.ts'
import { promiseOf } from '../room/board.ts'
import type { Shown, SubmissionState } from '../room/state.ts'
import { putDocument } from '../store/documents.ts'
import { storedVerdict } from './submit.ts'
import { toldOf } from '../room/verdict-facts.ts'

/** Puts a run on the screen and on the slides; with its learner's name only where they gave leave. */
export async function show(
  desk: Desk,
  submission: SubmissionState,
  as: Shown['as'],
): Promise<void> {
  if (submission.verdict === null) {
    throw new Refused('conflict', 'It is not judged yet: there is no run to show.')
  }
  if (as === 'named' && submission.leave !== 'given') {
    throw new Refused(
      'conflict',
      'Its learner has not given leave. Ask them, or show it anonymously.',
    )
  }
  setShown(desk, { submission: submission.id, as })
  await putOnSlides(desk)
}

/** Takes what is shown off the screen and off the slides. */
export function hide(desk: Desk): void {
  setShown(desk, null)
}

function setShown(desk: Desk, shown: Shown | null): void {
  const { db, state } = desk
  db.write(() => putDocument(db, 'shown', shown))
  state.shown = shown
  if (shown === null) desk.relay.show(null)
  desk.bell.ring()
}

/** The slides show what the screen shows, as soon as its trace is there. */
export async function putOnSlides(desk: Desk): Promise<void> {
  const { state } = desk
  const { shown } = state
  const submission = state.submissions.get(shown?.submission ?? '')
  if (shown === null || submission === undefined) return
  const trace = await traceOf(desk, submission)
  // Meanwhile the host may have taken it off again, or the learner their leave.
  if (state.shown !== shown) return
  desk.relay.show(runOf(desk, submission, shown.as, trace))
  desk.bell.ring()
}

function runOf(desk: Desk, submission: SubmissionState, as: Shown['as'], trace: unknown): ShownRun {
  const { state, exercises } = desk
  const { id, exercise, learner, verdict, leave } = submission
  const title = exercises.get(exercise)?.entry.title ?? exercise
  const name =
    as === 'named' && leave === 'given' ? state.learners.get(learner)?.nickname : undefined
  const first = verdict?.first ?? null
  return {
    id,
    title: name === undefined ? title : `${title}, by ${name}`,
    about: first === null ? 'Every promise is kept.' : promiseOf(exercises, exercise, first).text,
    trace,
    text: storyOf(desk, submission) ?? '',
  }
}

/** What happened in the run that broke a promise, for a player; null where nothing was simulated. */
export async function traceOf(desk: Desk, submission: SubmissionState): Promise<unknown> {
  const verdict = storedVerdict(desk, submission.verdict?.key ?? '')
  const token = verdict === undefined ? null : toldOf(verdict).replay
  const facts = desk.exercises.get(submission.exercise)
  if (token === null || facts === undefined) return null
  try {
    const answered = await desk.judge.ask({
      kind: 'trace',
      slug: submission.exercise,
      exerciseDir: facts.dir,
      source: sourceOf(desk, submission),
      token,
    })
    return answered.kind === 'traced' ? (answered.trace ?? null) : null
  } catch {
    // The story in words is there in any case.
    return null
  }
}
