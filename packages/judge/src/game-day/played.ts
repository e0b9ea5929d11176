import { z } from 'zod'

const count = z.number().int().nonnegative()

const incidentSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** Users who were served in time, too late, and not at all. */
  inTime: count,
  slow: count,
  failed: count,
  /** The longest time in a row in which too few were served in time. */
  recoveryMs: z.number(),
  /** Acknowledged cart lines that could not be found again. */
  lost: count,
  pages: count,
  scaleChanges: count,
})

/** What came of a game day: the words of the realm it was played in. */
export const playedSchema = z.object({
  sheet: z.object({
    seed: z.number(),
    incidents: z.array(incidentSchema),
    /** What ended the day before its time. */
    stopped: z.object({ incident: z.string(), text: z.string() }).nullable(),
    lost: count,
    pages: count,
    scaleChanges: count,
  }),
  score: z.object({
    total: z.number(),
    /** What it would be if no line had been lost. */
    earned: z.number(),
    inTime: z.number(),
    recovery: z.number(),
    scaling: z.number(),
    pages: z.number(),
    replaced: z.number(),
  }),
  /** The day for a player, where it was asked for. */
  trace: z.unknown(),
})

export type Played = z.infer<typeof playedSchema>
