import { randomUUID } from 'node:crypto'

import { joinedSchema, joinSchema, learnerRoutes, returnSchema } from '@five-pillars/room'
import { z } from 'zod'

import { LearnerError } from '../learner-error.ts'
import type { Kit } from '../kit/open-kit.ts'
import type { Address } from './address.ts'
import { askConsole } from './ask-console.ts'
import { forgetMembership, keepMembership, ownMembership } from './membership.ts'
import type { Membership } from './membership.ts'
import { dropOutbox } from './outbox.ts'
import { askOwn, troubleOfAnswer } from './own-console.ts'
import { reach } from './reach.ts'
import { askStanding } from './submit.ts'

/** A newcomer says a name and the code of the room; who was there says the personal code. */
export type Who =
  | { readonly nickname: string; readonly roomCode: string }
  | { readonly personalCode: string }

/**
 * Joins the room at an address, and keeps the token.
 *
 * @returns also the exercises whose submission waited for another room, and is not sent any more
 * @throws LearnerError `bad-name`, `console-away`, `not-a-console`, `refused`, and those of the disk;
 * whoever was in a room before is still there
 */
export async function joinRoom(
  kit: Kit,
  address: Address,
  who: Who,
): Promise<{ membership: Membership; dropped: readonly string[] }> {
  const asked = 'personalCode' in who ? returning(who) : joining(who)
  await reach(address)
  let answer = await askConsole(address.origin, { ...asked, schema: joinedSchema })
  // An answer that was lost on its way: the same request again is the same joining.
  if (answer.kind === 'away') {
    answer = await askConsole(address.origin, { ...asked, schema: joinedSchema })
  }
  if (answer.kind !== 'answered') throw troubleOfAnswer(address, answer)
  const membership = { ...answer.value, version: 1, origin: address.origin } as const
  await keepMembership(kit, membership)
  return { membership, dropped: await dropOutbox(kit, membership.learner) }
}

function joining(who: { nickname: string; roomCode: string }): Asked {
  const body = joinSchema.safeParse({ request: randomUUID(), ...who })
  if (!body.success) throw badWho(body.error)
  return { route: learnerRoutes.join, body: body.data }
}

function returning(who: { personalCode: string }): Asked {
  const body = returnSchema.safeParse(who)
  if (!body.success) throw badWho(body.error)
  return { route: learnerRoutes.return, body: body.data }
}

type Asked = Pick<Parameters<typeof askConsole>[1], 'route' | 'body'>

/** Whether the console still knows a learner; true where it does not answer. */
export async function isStillIn(membership: Membership): Promise<boolean> {
  const answer = await askStanding(membership, randomUUID())
  return answer.kind !== 'gone'
}

/**
 * Leaves the room: the token ends, here and on the console.
 *
 * @returns who left, and why the console could not be told, if so
 * @throws LearnerError `not-joined`
 */
export async function leaveRoom(
  kit: Kit,
): Promise<{ membership: Membership; trouble: LearnerError | null }> {
  const membership = await ownMembership(kit)
  const request = { route: learnerRoutes.leave, body: {}, schema: z.unknown() }
  const answer = await askOwn(membership, request)
  await forgetMembership(kit, membership)
  const isTold = answer.kind === 'answered' || answer.kind === 'gone'
  return { membership, trouble: isTold ? null : troubleOfAnswer(membership, answer) }
}

function badWho({ issues: [issue] }: z.ZodError): LearnerError {
  const field = issue?.path[0]
  if (field === 'roomCode') {
    const text = 'The code of a room is six letters and digits.'
    return new LearnerError('bad-name', text, 'It is on the projector: --room ABC234')
  }
  if (field === 'personalCode') {
    const text = 'A personal code looks like ABCD-EFGH-2345.'
    const fix = 'It was shown when you joined; your host can give you a new one.'
    return new LearnerError('bad-name', text, fix)
  }
  const text = issue?.message ?? 'A nickname is needed.'
  return new LearnerError('bad-name', text, 'Choose another one: --nickname Ada')
}
