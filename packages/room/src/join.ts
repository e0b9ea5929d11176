import { z } from 'zod'

import { nicknameSchema } from './text.ts'

/** The room's code: on the projector, to keep strangers on the same network out. */
export const roomCodeSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z2-9]{6}$/u)

/** A learner's own code: takes them back in from another laptop. Shown to them alone. */
export const personalCodeSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/u)

/** What a learner's machine proves itself with: `Authorization: Bearer <token>`. 256 random bits. */
export const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/u)

/** Names a learner to the console; random, says nothing about them. */
export const learnerIdSchema = z.string().regex(/^[a-z0-9]{12}$/u)

/**
 * `POST /api/join`. `request` is made by the learner's machine: sent again because no answer came,
 * it is the same joining, as long as the token of the first answer was never used.
 */
export const joinSchema = z.strictObject({
  request: z.uuid(),
  nickname: nicknameSchema,
  roomCode: roomCodeSchema,
})

/** `POST /api/return`: the same learner from another laptop; the token from before ends. */
export const returnSchema = z.strictObject({ personalCode: personalCodeSchema })

/** The answer to both. */
export const joinedSchema = z.object({
  learner: learnerIdSchema,
  nickname: nicknameSchema,
  token: tokenSchema,
  personalCode: personalCodeSchema,
  /** Version of the kit that judges; another one than the learner's own is told to both. */
  kit: z.string(),
})

export type Joined = z.infer<typeof joinedSchema>
