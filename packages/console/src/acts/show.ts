import type { ShownRun } from '@five-pillars/deck-kit/relay'

import type { Desk } from '../desk.ts'
import { Refused } from '../http/refused.ts'
import { runOf } from '../room/room-view.ts'
import { sourceOf } from '../store/source-of.ts'
import { promiseOf } from '../room/board.ts'
import type { Shown, SubmissionState } from '../room/state.ts'
import { putDocument } from '../store/documents.ts'

/**
 * Puts a run on the screen, and on the slides as soon as the judge has its trace, for which nobody
 * waits; with its learner's name only where they gave leave.
 */
export function show(
  desk: Desk,
  submission: SubmissionState,
  { as, promise }: Pick<Shown, 'as' | 'promise'>,
): void {
  if (submission.verdict === null) {
    throw new Refused('conflict', 'It is not judged yet: there is no run to show.')
  }
  if (as === 'named' && submission.leave !== 'given') {
    throw new Refused(
      'conflict',
      'Its learner has not given leave. Ask them, or show it anonymously.',
    )
  }
  setShown(desk, { submission: submission.id, as, promise })
  void putOnSlides(desk)
}

/** Takes what is shown off the screen and off the slides. */
export function hide(desk: Desk): void {
  setShown(desk, null)
}

function setShown(desk: Desk, shown: Shown | null): void {
  const { db, state } = desk
  db.write(() => putDocument(db, 'shown', shown))
  state.shown = shown
  // The run from before is gone at once; the next is on the slides when its trace is there.
  desk.relay.show(null)
  desk.bell.ring()
}

/** The slides show what the screen shows, as soon as its trace is there. */
export async function putOnSlides(desk: Desk): Promise<void> {
  const { state } = desk
  const { shown } = state
  const submission = state.submissions.get(shown?.submission ?? '')
  if (shown === null || submission === undefined) return
  const trace = await traceOf(desk, submission, shown.promise)
  // Meanwhile the host may have taken it off again, or the learner their leave.
  if (state.shown !== shown) return
  desk.relay.show(slideOf(desk, submission, shown, trace))
  desk.bell.ring()
}

function slideOf(
  desk: Desk,
  submission: SubmissionState,
  { as, promise }: Shown,
  trace: unknown,
): ShownRun {
  const { state, exercises } = desk
  const { id, exercise, learner, leave } = submission
  const title = exercises.get(exercise)?.entry.title ?? exercise
  const name =
    as === 'named' && leave === 'given' ? state.learners.get(learner)?.nickname : undefined
  const run = runOf(desk, submission, promise)
  const about =
    run === undefined
      ? 'Every promise is kept.'
      : run.promise === null
        ? 'It could not be run.'
        : promiseOf(exercises, exercise, run.promise).text
  return {
    id,
    title: name === undefined ? title : `${title}, by ${name}`,
    about,
    trace,
    text: run?.story ?? '',
  }
}

/**
 * What happened in the run that broke a promise, for a player; null where nothing was simulated.
 *
 * @param promise null: the first that is broken
 */
export async function traceOf(
  desk: Desk,
  submission: SubmissionState,
  promise: string | null,
): Promise<unknown> {
  const token = runOf(desk, submission, promise)?.replay ?? null
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
