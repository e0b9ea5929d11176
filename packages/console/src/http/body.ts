import type { IncomingMessage } from 'node:http'

import { MAX_BODY_BYTES } from '@five-pillars/room'
import { z } from 'zod'

import { Refused } from './refused.ts'

/**
 * Reads a body of JSON that has the shape that is asked for.
 *
 * @throws Refused `wrong-type`, `too-large`, `bad-request`
 */
export async function readBody<Shape extends z.ZodType>(
  incoming: IncomingMessage,
  shape: Shape,
): Promise<z.infer<Shape>> {
  assertJson(incoming.headers['content-type'], incoming.headers['content-encoding'])
  const value = parsed(decoded(await bytesOf(incoming)))
  const read = shape.safeParse(value)
  if (read.success) return read.data
  throw new Refused(
    'bad-request',
    `The body is not as it is asked for.\n${z.prettifyError(read.error)}`,
  )
}

const JSON_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i

function assertJson(type: string | undefined, encoding: string | undefined): void {
  if (encoding !== undefined && encoding !== 'identity') {
    throw new Refused('wrong-type', 'Send the body as it is, without a content encoding.')
  }
  if (type === undefined || !JSON_TYPE.test(type)) {
    throw new Refused('wrong-type', 'Send JSON, with content-type: application/json.')
  }
}

async function bytesOf(incoming: IncomingMessage): Promise<Buffer> {
  if (Number(incoming.headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw tooLarge()
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
      if (!Buffer.isBuffer(chunk)) throw new TypeError('a body comes as bytes')
      length += chunk.length
      if (length > MAX_BODY_BYTES) throw tooLarge()
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof Refused || error instanceof TypeError) throw error
    throw new Refused('bad-request', 'The body ended before all of it had come.')
  }
  return Buffer.concat(chunks)
}

function tooLarge(): Refused {
  return new Refused('too-large', `A body has at most ${MAX_BODY_BYTES / 1024} KiB.`)
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refused('bad-request', 'The body is not UTF-8.')
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refused('bad-request', 'The body is not JSON.')
  }
}
