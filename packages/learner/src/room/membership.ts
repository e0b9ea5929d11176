import path from 'node:path'

import { joinedSchema } from '@five-pillars/room'
import { z } from 'zod'

import type { Kit } from '../kit/open-kit.ts'
import { writeTrouble } from '../kit/write-trouble.ts'
import { LearnerError } from '../learner-error.ts'

export const membershipSchema = joinedSchema.extend({
  version: z.literal(1),
  /** Of the console, as `addressIn` gives it. */
  origin: z.string(),
})

/**
 * The room that a learner is in. It has the token: it lies in a file that only its owner may read, and
 * is neither printed nor sent to any other address. The work folder is in no kit.
 */
export type Membership = Readonly<z.infer<typeof membershipSchema>>

/** Folder of all that is about the room. */
export function roomFolder({ work }: Kit): string {
  return path.join(work, 'joined')
}

export function membershipFile(kit: Kit): string {
  return path.join(roomFolder(kit), 'membership.json')
}

/** Undefined where nobody joined, or the file is damaged: then somebody joins again. */
export async function readMembership(kit: Kit): Promise<Membership | undefined> {
  const content = await kit.disk.read(membershipFile(kit))
  if (content === undefined) return undefined
  try {
    return membershipSchema.safeParse(JSON.parse(new TextDecoder().decode(content))).data
  } catch {
    return undefined
  }
}

/** @throws LearnerError `not-joined` */
export async function ownMembership(kit: Kit): Promise<Membership> {
  const membership = await readMembership(kit)
  if (membership !== undefined) return membership
  const fix = 'Join with the address on the projector: npx five-pillars join <address>'
  throw new LearnerError('not-joined', 'You are in no room.', fix)
}

/** @throws LearnerError `disk-full` or `cannot-write` */
export async function keepMembership(kit: Kit, membership: Membership): Promise<void> {
  const text = `${JSON.stringify(membership, undefined, 2)}\n`
  try {
    const content = new TextEncoder().encode(text)
    await kit.disk.write(membershipFile(kit), content, { isPrivate: true })
  } catch (error) {
    throw writeTrouble(error, 'that you have joined', roomFolder(kit))
  }
}

/**
 * Forgets a token that is good no longer, unless its learner has come back with another one by now.
 * What was not sent stays, and is sent only if the same learner comes back.
 */
export async function forgetMembership(kit: Kit, { token }: Membership): Promise<void> {
  const now = await readMembership(kit)
  if (now === undefined || now.token === token) await kit.disk.remove(membershipFile(kit))
}
