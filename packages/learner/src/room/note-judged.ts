import type { Submission } from '@five-pillars/room'

import type { Kit } from '../kit/open-kit.ts'
import { noteGraded } from '../progress/note.ts'
import type { Progress } from '../progress/progress.ts'
import { readProgress } from '../progress/read-progress.ts'
import { sentText } from './submit.ts'

/**
 * Notes the points of a submission. Those of a working version that was put in place are not the
 * learner's own, and are not noted.
 */
export async function noteJudged(
  kit: Kit,
  { id, exercise, standing }: Submission,
): Promise<Progress> {
  const { progress } = await readProgress(kit)
  if (standing.kind !== 'judged' || standing.verdict.total === 0) return progress
  const sent = await sentText(kit, exercise)
  const caughtUp = progress.exercises[exercise]?.caughtUpHash ?? null
  if (sent?.id === id && sent.hash === caughtUp) return progress
  return noteGraded(kit, exercise, standing.verdict)
}
