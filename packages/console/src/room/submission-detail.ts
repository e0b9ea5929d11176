import { traceOf } from '../acts/show.ts'
import { storedVerdict } from '../acts/submit.ts'
import type { Desk } from '../desk.ts'
import type { SubmissionDetail } from '../view.ts'
import { sourceOf } from '../store/source-of.ts'
import { storyOf } from './room-view.ts'
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
  return {
    ...submissionRow(desk, submission),
    exercise: submission.exercise,
    source: sourceOf(desk, submission),
    promises: told?.promises ?? [],
    story:
      told === undefined || told.state === 'passed' ? null : (storyOf(desk, submission) ?? null),
    replay: told?.replay ?? null,
    trace: await traceOf(desk, submission),
  }
}
