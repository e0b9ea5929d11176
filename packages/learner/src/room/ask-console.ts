import { fill, refusalSchema } from '@five-pillars/room'
import type { Refusal } from '@five-pillars/room'
import type { z } from 'zod'

import { parseInert } from './inert.ts'

/** Longest wait for a whole answer. A console answers in milliseconds; a bad network does not. */
const ANSWER_TIMEOUT_MS = 5000

/** Longest answer that is read: a solution, or a verdict with its run. */
const ANSWER_BYTES_MAX = 4 * 2 ** 20

/** What became of a request. */
export type Answer<Value> =
  | { readonly kind: 'answered'; readonly value: Value }
  /** The console said no, and why. */
  | { readonly kind: 'refused'; readonly status: number; readonly refusal: Refusal }
  /** Nobody answered, or not in time. `code` is that of the system, such as `ECONNREFUSED`. */
  | { readonly kind: 'away'; readonly code: string }
  /** Somebody answered, as no console does. */
  | { readonly kind: 'strange'; readonly status: number; readonly body: string }

export interface Request<Schema extends z.ZodType> {
  readonly route: { readonly method: 'GET' | 'POST'; readonly path: string }
  /** What stands in the path for its parameter. */
  readonly parameter?: string
  readonly token?: string
  readonly body?: object
  /** What an answer has to be. */
  readonly schema: Schema
  /** Its texts are kept as they are, instead of being made fit for a terminal; default false. */
  readonly isVerbatim?: boolean
  readonly signal?: AbortSignal | undefined
  /** Default 5000. */
  readonly timeoutMs?: number
}

/** Asks the console at an address. Never throws: whatever the network does is an answer. */
export async function askConsole<Schema extends z.ZodType>(
  origin: string,
  request: Request<Schema>,
): Promise<Answer<z.output<Schema>>> {
  const { schema, signal, isVerbatim = false, timeoutMs = ANSWER_TIMEOUT_MS } = request
  const ends = [AbortSignal.timeout(timeoutMs), ...(signal === undefined ? [] : [signal])]
  try {
    const response = await send(origin, request, AbortSignal.any(ends))
    const body = await textOf(response)
    return read(response, body, isVerbatim ? JSON.parse : parseInert, schema)
  } catch (error) {
    return { kind: 'away', code: codeOf(error) }
  }
}

/** The same, with the answer still on its way. */
export function send(
  origin: string,
  { route, parameter, token, body }: Omit<Request<z.ZodType>, 'schema'>,
  signal: AbortSignal,
): Promise<Response> {
  const path = parameter === undefined ? route.path : fill(route.path, parameter)
  return fetch(new URL(path, origin), {
    method: route.method,
    // A console never sends anybody elsewhere, and a token is for one address.
    redirect: 'manual',
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal,
  })
}

function read<Schema extends z.ZodType>(
  { ok, status }: Response,
  body: string,
  parse: (text: string) => unknown,
  schema: Schema,
): Answer<z.output<Schema>> {
  const said = saidIn(body, parse)
  if (ok) {
    const value = schema.safeParse(said)
    if (value.success) return { kind: 'answered', value: value.data }
  }
  const refusal = refusalSchema.safeParse(said)
  if (!ok && refusal.success) return { kind: 'refused', status, refusal: refusal.data }
  // What stands before a console says so when nobody is behind it.
  if (status >= 502 && status <= 504) return { kind: 'away', code: `HTTP ${status}` }
  return { kind: 'strange', status, body }
}

function saidIn(body: string, parse: (text: string) => unknown): unknown {
  if (body === '') return undefined
  try {
    return parse(body)
  } catch {
    return undefined
  }
}

async function textOf({ body }: Response): Promise<string> {
  if (body === null) return ''
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of body) {
    bytes += part.length
    if (bytes > ANSWER_BYTES_MAX) break
    parts.push(part)
  }
  return new TextDecoder().decode(Buffer.concat(parts))
}

/** The system's word for what went wrong, however deep it lies. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.cause === undefined ? error.name : codeOf(error.cause)
}
