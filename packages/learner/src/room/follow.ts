import {
  HEARTBEAT_SECONDS,
  learnerEventSchema,
  learnerRoutes,
  refusalSchema,
} from '@five-pillars/room'
import type { LearnerEvent } from '@five-pillars/room'

import { send } from './ask-console.ts'
import { parseInert } from './inert.ts'
import type { Membership } from './membership.ts'
import { hello } from './reach.ts'
import { messagesIn } from './server-sent.ts'

/** How long is waited for what; a test is in a hurry. */
export interface Pace {
  /** Resolves after that time, or at once when the signal aborts. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
  /** From 0 to below 1. */
  readonly random: () => number
  /** A stream on which nothing comes for so long is cut somewhere on the way. */
  readonly silenceMs: number
}

/**
 * The first wait after a cut, doubled with each one that follows it, up to the last. A console that
 * starts again is there within seconds, and nobody wants to wait longer for their room than it took;
 * a room of 200 asks 67 times a second meanwhile, which is less than a console lets one address ask.
 */
const WAIT_MIN_MS = 500
const WAIT_MAX_MS = 4000

/** The console answers the request itself within this time. */
const ANSWER_TIMEOUT_MS = 5000

export const dayPace: Pace = {
  wait: (ms, signal) =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer)
        signal.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      signal.addEventListener('abort', done)
      if (signal.aborted) done()
    }),
  random: Math.random,
  silenceMs: 3 * HEARTBEAT_SECONDS * 1000,
}

/** Why a learner is in the room no longer; `unknown`: the console does not know the token. */
export type GoneWhy = Extract<LearnerEvent, { kind: 'gone' }>['why'] | 'unknown'

/** What is heard of a console, and of the way to it. */
export type Heard =
  /** The stream is open; `kit` is the version that judges. */
  | { readonly kind: 'linked'; readonly kit: string }
  | { readonly kind: 'heard'; readonly event: LearnerEvent }
  /** It is asked again, without end. `isStrange`: something else answers at its address. */
  | { readonly kind: 'away'; readonly isStrange: boolean }
  /** The last that is heard. */
  | { readonly kind: 'gone'; readonly why: GoneWhy }

interface FollowOptions {
  readonly on: (heard: Heard) => void
  readonly signal: AbortSignal
  readonly pace: Pace
}

/**
 * Hears what the console tells its learner, and comes back by itself after whatever happens to either
 * machine or to the network between them. Waits grow, and differ from machine to machine, so that a
 * room of learners does not come back at one moment. Ends with the signal, or with `gone`.
 */
export async function follow(membership: Membership, options: FollowOptions): Promise<void> {
  const { on, signal, pace } = options
  for (let failed = 0; !signal.aborted; failed++) {
    const end = await listen(membership, options)
    if (signal.aborted) return
    if (end.kind === 'gone') return on(end)
    if (end.wasLinked) failed = 0
    on({ kind: 'away', isStrange: end.isStrange })
    await pace.wait(Math.max(end.retryAfterMs, waitAfter(failed, pace.random())), signal)
  }
}

/** @param failed how often in a row it did not answer @param random from 0 to below 1 */
export function waitAfter(failed: number, random: number): number {
  return Math.min(WAIT_MAX_MS, WAIT_MIN_MS * 2 ** failed) * (0.5 + random / 2)
}

type End =
  | Extract<Heard, { kind: 'gone' }>
  | {
      readonly kind: 'cut'
      readonly wasLinked: boolean
      readonly isStrange: boolean
      readonly retryAfterMs: number
    }

function cut(changes: Partial<Extract<End, { kind: 'cut' }>> = {}): End {
  return { kind: 'cut', wasLinked: false, isStrange: false, retryAfterMs: 0, ...changes }
}

async function listen(membership: Membership, { on, signal, pace }: FollowOptions): Promise<End> {
  const found = await hello(membership.origin, signal)
  if (found.kind !== 'answered') return cut({ isStrange: found.kind === 'strange' })
  const { kit } = found.value
  const silence = new AbortController()
  let timer = setTimeout(() => silence.abort(), ANSWER_TIMEOUT_MS)
  const isAlive = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => silence.abort(), pace.silenceMs)
  }
  let wasLinked = false
  try {
    const request = { route: learnerRoutes.events, token: membership.token }
    const ends = AbortSignal.any([signal, silence.signal])
    const { ok, status, body } = await send(membership.origin, request, ends)
    if (!ok || body === null) return refusedWith(status, await new Response(body).text())
    for await (const message of messagesIn(withSigns(body, isAlive))) {
      // What a newer console has to say that is not known here is read over.
      const { data: event } = learnerEventSchema.safeParse(parseInert(message))
      if (event?.kind === 'gone') return event
      if (event?.kind === 'welcome') {
        wasLinked = true
        on({ kind: 'linked', kit })
      }
      if (event !== undefined) on({ kind: 'heard', event })
    }
    return cut({ wasLinked })
  } catch {
    return cut({ wasLinked })
  } finally {
    clearTimeout(timer)
    silence.abort()
  }
}

async function* withSigns(
  body: AsyncIterable<Uint8Array>,
  isAlive: () => void,
): AsyncGenerator<Uint8Array> {
  isAlive()
  for await (const part of body) {
    isAlive()
    yield part
  }
}

function refusedWith(status: number, body: string): End {
  if (status === 401) return { kind: 'gone', why: 'unknown' }
  const { data: refusal } = refusalSchema.safeParse(jsonIn(body))
  return cut({
    isStrange: refusal === undefined && status < 500,
    retryAfterMs: (refusal?.retryAfter ?? 0) * 1000,
  })
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
