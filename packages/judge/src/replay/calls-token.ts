import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'

import { BadToken, KIT_VERSION } from '@five-pillars/simulator'
import { z } from 'zod'

import { stepsSchema } from './recorded-calls.ts'

/** Tells a token of calls from one of a simulated run. */
const PREFIX = 'calls-'

/** A command that can still be copied and shown. */
const TOKEN_MAX = 2000
const TEXT_MAX = 1_000_000

const contentSchema = z.object({
  /** Version of the kit that judged. */
  kit: z.string(),
  exercise: z.string(),
  /** What was promised. */
  promise: z.string(),
  /** What was wrong, and what was expected, in words. */
  story: z.string(),
  /** What was called, and what came of it. */
  steps: stepsSchema,
})

/** All that a replay needs besides the code: no suite, no seed. */
export type CallsContent = z.infer<typeof contentSchema>

export function isCallsToken(token: string): boolean {
  return token.trim().startsWith(PREFIX)
}

/** Safe in every shell, like a token of a run; undefined where it would be too long to copy. */
export function encodeCallsToken(content: Omit<CallsContent, 'kit'>): string | undefined {
  const text = JSON.stringify({ kit: KIT_VERSION, ...content })
  const token = `${PREFIX}${deflateRawSync(text, { level: 9 }).toString('base64url')}.${checksum(text)}`
  return token.length > TOKEN_MAX ? undefined : token
}

/**
 * @throws BadToken when a part of it is missing or changed, when another version of the kit made it,
 *   or when it is of another exercise
 */
export function decodeCallsToken(token: string, exercise: string): CallsContent {
  const [payload = '', check] = token.trim().slice(PREFIX.length).split('.')
  const text = inflate(payload)
  if (text === undefined || checksum(text) !== check) {
    throw new BadToken(
      'damaged',
      'This token is damaged: a part of it is missing or was changed.',
      'Copy the whole line after --replay once more.',
    )
  }
  const parsed = contentSchema.safeParse(JSON.parse(text))
  if (!parsed.success || parsed.data.kit !== KIT_VERSION) {
    const made = parsed.success ? `version ${parsed.data.kit}` : 'another version'
    throw new BadToken(
      'other-version',
      `This token was made by ${made} of the kit, and this is version ${KIT_VERSION}.`,
      'Use the kit that printed it, or have the solution judged again.',
    )
  }
  if (parsed.data.exercise === exercise) return parsed.data
  throw new BadToken(
    'other-scenario',
    `This token is of "${parsed.data.exercise}", not of "${exercise}".`,
    `Run: npx five-pillars check ${parsed.data.exercise} --replay <token>`,
  )
}

function inflate(payload: string): string | undefined {
  try {
    return inflateRawSync(Buffer.from(payload, 'base64url'), {
      maxOutputLength: TEXT_MAX,
    }).toString()
  } catch {
    return undefined
  }
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 6)
}
