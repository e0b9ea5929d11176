import { z } from 'zod'

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
    /** Names the run: the same on every machine. */
    hash: z.string(),
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
