import type { Submission } from '@five-pillars/room'

import type { Kit } from '../kit/open-kit.ts'
import { waitAfter } from './follow.ts'
import type { Pace } from './follow.ts'
import { ownMembership } from './membership.ts'
import { noteJudged } from './note-judged.ts'
import { troubleOfAnswer } from './own-console.ts'
import { askStanding } from './submit.ts'

/** A line of thirty submissions is judged in a minute and a half; nobody waits longer than this. */
const WAIT_MS_MAX = 15 * 60 * 1000

const ASK_EVERY_MS = 500

export interface AwaitOptions {
  /** Where it is now, whenever that changes. */
  readonly onChange: (submission: Submission) => void
  /** The console does not answer; it is asked again. */
  readonly onAway: (why: string) => void
  readonly pace: Pick<Pace, 'wait' | 'random'>
  readonly signal: AbortSignal
}

/**
 * Waits until a submission is judged, or will not be, and notes its points. After fifteen minutes, and
 * with the signal, it is as it is then.
 *
 * @throws LearnerError `not-joined` or `refused`
 */
export async function awaitVerdict(
  kit: Kit,
  submission: Submission,
  { onChange, onAway, pace, signal }: AwaitOptions,
): Promise<Submission> {
  const membership = await ownMembership(kit)
  const until = kit.now() + WAIT_MS_MAX
  let now = submission
  let failed = 0
  onChange(now)
  while (isOpen(now) && !signal.aborted && kit.now() < until) {
    await pace.wait(failed === 0 ? ASK_EVERY_MS : waitAfter(failed, pace.random()), signal)
    const answer = await askStanding(membership, now.id, signal)
    if (answer.kind === 'answered') {
      failed = 0
      const isNews = JSON.stringify(answer.value) !== JSON.stringify(now)
      now = answer.value
      if (isNews) onChange(now)
      continue
    }
    if (signal.aborted) break
    const isAway = answer.kind === 'away' || (answer.kind === 'refused' && answer.status >= 429)
    const trouble = troubleOfAnswer(membership, answer)
    if (!isAway) throw trouble
    if (failed === 0) onAway(trouble.message)
    failed += 1
  }
  await noteJudged(kit, now)
  return now
}

function isOpen({ standing }: Submission): boolean {
  return standing.kind === 'waiting' || standing.kind === 'judging'
}
