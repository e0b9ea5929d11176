import { handSchema, learnerRoutes, messageSchema } from '@five-pillars/room'
import { z } from 'zod'

import { LearnerError } from '../learner-error.ts'
import type { Kit } from '../kit/open-kit.ts'
import { ownMembership } from './membership.ts'
import type { Membership } from './membership.ts'
import { askOwn, troubleOfAnswer } from './own-console.ts'

/** A hand that is raised, or lowered. */
export interface HandRequest {
  readonly isRaised: boolean
  /** What it is about; null where it is about nothing in particular. */
  readonly exercise: string | null
  /** A line for the host; may be empty. */
  readonly note: string
}

/**
 * Raises the learner's hand on the host's board, or lowers it.
 *
 * @throws LearnerError `not-joined`, `bad-note`, `console-away`, `not-a-console` or `refused`
 */
export async function raiseHand(kit: Kit, request: HandRequest): Promise<void> {
  await handOf(await ownMembership(kit), request)
}

/** The same in a room that is known. */
export async function handOf(membership: Membership, request: HandRequest): Promise<void> {
  const note = messageSchema.safeParse(request.note)
  if (!note.success) {
    const text = note.error.issues[0]?.message ?? ''
    throw new LearnerError('bad-note', text, 'Say it in a line or two; the rest by word of mouth.')
  }
  const body = handSchema.parse({ ...request, note: note.data })
  const answer = await askOwn(membership, { route: learnerRoutes.hand, body, schema: z.unknown() })
  if (answer.kind !== 'answered') throw troubleOfAnswer(membership, answer)
}
