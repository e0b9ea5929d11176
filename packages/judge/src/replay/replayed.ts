import { z } from 'zod'

/** A call that was made again. */
const playedLineSchema = z.object({
  /** The call and what came of it now. */
  text: z.string(),
  /** What came of it when it was judged, where that was something else. */
  was: z.string().nullable(),
  /** 0, or more for what was called while the submission asked something. */
  depth: z.number(),
  /** What the submission called meanwhile, and what it was told. */
  asked: z.array(z.string()).optional(),
  /** What it called when it was judged, where that was something else. */
  askedThen: z.array(z.string()).optional(),
})
export type PlayedLine = z.infer<typeof playedLineSchema>

export const calledSchema = z.object({
  lines: z.array(playedLineSchema),
  /** Calls that could not be made, since what they are about was not there. */
  left: z.number(),
})
export type Called = z.infer<typeof calledSchema>

/** What a replay came to. */
export const replayedSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ran'),
    /** Whether every rule held this time. */
    holds: z.boolean(),
    /** The run in sentences. */
    story: z.string(),
    /** The run as a Mermaid sequence diagram. */
    mermaid: z.string(),
    /** The run as a space-time diagram. */
    svg: z.string(),
    /** Names the run: the same on every machine. */
    hash: z.string(),
    /** What happened, for a player; only where it was asked for. */
    trace: z.unknown().optional(),
  }),
  z.object({
    kind: z.literal('called'),
    /** Whether something came out otherwise than when it was judged: nobody else can tell more. */
    isOther: z.boolean(),
    /** The promise that was broken. */
    promise: z.string(),
    /** What was wrong when it was judged. */
    story: z.string(),
    ...calledSchema.shape,
  }),
  z.object({
    kind: z.literal('refused'),
    /** What is wrong: the token, or the submission. */
    what: z.enum(['token', 'submission', 'exercise']),
    text: z.string(),
    /** The way out, as a sentence or a command. */
    fix: z.string(),
  }),
])

export type Replayed = z.infer<typeof replayedSchema>
