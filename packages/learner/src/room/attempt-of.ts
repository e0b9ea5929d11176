import { learnerRoutes } from '@five-pillars/room'
import type { Attempt } from '@five-pillars/room'
import { z } from 'zod'

import { brokenCheck } from '../check/broken-check.ts'
import type { Checked } from '../check/create-runner.ts'
import type { Kit } from '../kit/open-kit.ts'
import { readMembership } from './membership.ts'
import type { Membership } from './membership.ts'
import { askOwn } from './own-console.ts'

/** Longest name of a promise, and as many of them as are told. */
const NAME_LENGTH_MAX = 80
const PROMISES_MAX = 64

/** The host's board can do without one attempt; a learner does not wait for it. */
const TELLING_TIMEOUT_MS = 1500

/** What a check tells the host: how far somebody is; nothing of the file. Null where none ran. */
export function attemptOf({ verdict, saved, progress }: Checked): Attempt | null {
  if (verdict.state === 'not-run' || saved?.kind === 'no-file') return null
  const { tests, state, exercise } = verdict
  const first = brokenCheck(verdict)?.id ?? tests.find((test) => test.state !== 'passed')?.id
  const seen = Object.values(progress.exercises[exercise]?.hints ?? {})
  return {
    exercise,
    kept: tests
      .filter((test) => test.state === 'passed')
      .slice(0, PROMISES_MAX)
      .map(({ id }) => nameOf(id)),
    // A file that does not compile breaks all of them: its state is what there is to say.
    broken: state === 'passed' ? null : nameOf(first ?? state),
    hints: Math.min(3, Math.max(0, ...seen)),
  }
}

function nameOf(id: string): string {
  return id.slice(0, NAME_LENGTH_MAX)
}

/** Whether it was told. It never is an error that it was not: it earns nothing. */
export async function tellAttempt(membership: Membership, body: Attempt): Promise<boolean> {
  const answer = await askOwn(membership, {
    route: learnerRoutes.attempt,
    body,
    schema: z.unknown(),
    timeoutMs: TELLING_TIMEOUT_MS,
  })
  return answer.kind === 'answered'
}

/** Tells the host what a check came to, where the learner is in a room. Never throws. */
export async function tellCheck(kit: Kit, checked: Checked): Promise<void> {
  const membership = await readMembership(kit).catch(() => undefined)
  const attempt = attemptOf(checked)
  if (membership !== undefined && attempt !== null) await tellAttempt(membership, attempt)
}
