import { z } from 'zod'

/** The first and only message of the parent: what to replay. */
export interface ReplayJob {
  /** The exercise's folder, with its `scenario.ts`. */
  readonly exerciseDir: string
  readonly slug: string
  /** The submission as a JavaScript module. */
  readonly code: string
  readonly token: string
  /** Columns of the terminal that the story is for. */
  readonly columns: number
}

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

export function isReplayJob(message: unknown): message is ReplayJob {
  return typeof message === 'object' && message !== null && 'token' in message && 'code' in message
}
