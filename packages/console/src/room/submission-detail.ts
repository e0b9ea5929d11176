import { traceOf } from '../acts/show.ts'
import { storedVerdict } from '../acts/submit.ts'
import type { Desk } from '../desk.ts'
import type { SubmissionDetail } from '../view.ts'
import { sourceOf } from '../store/source-of.ts'
import { runOf } from './room-view.ts'
import { submissionRow } from './groups.ts'
import type { SubmissionState } from './state.ts'
import { toldOf } from './verdict-facts.ts'

/** All that the host may read of a submission. */
export async function submissionDetail(
  desk: Desk,
  submission: SubmissionState,
): Promise<SubmissionDetail> {
  const verdict = storedVerdict(desk, submission.verdict?.key ?? '')
  const told = verdict === undefined ? undefined : toldOf(verdict)
  const run = runOf(desk, submission, null)
  const first = told?.promises.find(({ id }) => id === run?.promise)
  return {
    ...submissionRow(desk, submission),
    exercise: submission.exercise,
    source: sourceOf(desk, submission),
    promises: told?.promises ?? [],
    first: first === undefined ? null : { id: first.id, text: first.text },
    story: run?.story ?? null,
    replay: run?.replay ?? null,
    trace: await traceOf(desk, submission, null),
  }
}
