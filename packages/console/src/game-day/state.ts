import { z } from 'zod'

const partShape = z.object({
  slug: z.string(),
  /** Whose submission it is; null: nobody's, so that the reference stands in. */
  submission: z.string().nullable(),
})

const teamShape = z.object({
  id: z.string(),
  name: z.string(),
  /** Learners' ids. */
  members: z.array(z.string()),
  parts: z.array(partShape),
  result: z
    .discriminatedUnion('kind', [
      z.object({
        kind: z.literal('played'),
        total: z.number(),
        inTime: z.number(),
        recovery: z.number(),
        scaling: z.number(),
        pages: z.number(),
        lost: z.number(),
        stopped: z.string().nullable(),
      }),
      z.object({ kind: z.literal('refused'), why: z.string() }),
    ])
    .nullable(),
})

/** How it is kept. */
export const gameDayShape = z.object({
  state: z.enum(['idle', 'collecting', 'collected', 'playing', 'played']),
  seed: z.number().int().nonnegative(),
  isMixed: z.boolean(),
  teams: z.array(teamShape),
})

/** A game day of the room: who plays together, with whose parts, and what came of it. */
export type GameDayState = z.infer<typeof gameDayShape>
export type TeamState = z.infer<typeof teamShape>

export const NO_GAME_DAY: GameDayState = { state: 'idle', seed: 1, isMixed: false, teams: [] }
