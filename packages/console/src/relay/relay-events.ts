import type { Told } from '@five-pillars/deck-kit/relay'
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { SSEStreamingApi } from 'hono/streaming'

import type { Relay } from './relay.ts'

/** A phone that fell asleep is noticed by what cannot be sent to it. */
const HEARTBEAT_MS = 15_000
/** How soon a browser comes back after a connection broke. */
const RETRY_MS = 1000

interface Listening {
  relay: Relay
  /** Undefined: only which deck the talk is in. */
  deck: string | undefined
  isMover: boolean
  /** Ends the stream. */
  closing: AbortSignal
  /** Called once it has ended. */
  gone: () => void
}

/**
 * Streams where the talk is: how it stands at once, then each change. What changes while an event is
 * on its way is told as one: a slow phone gets the newest, not all.
 */
export function relayEvents(c: Context, listening: Listening): Response {
  const { relay, deck, isMover, closing, gone } = listening
  return streamSSE(c, async (stream) => {
    const ended = AbortSignal.any([closing, c.req.raw.signal])
    const close = deck !== undefined && isMover ? relay.open(deck) : () => undefined
    let change = Promise.withResolvers<void>()
    const wake = (): void => change.resolve()
    const unsubscribe = relay.subscribe(wake)
    ended.addEventListener('abort', wake)
    stream.onAbort(wake)
    const beat = setInterval(() => void stream.write(': here\n\n').catch(wake), HEARTBEAT_MS)
    try {
      await stream.write(`retry: ${RETRY_MS}\n\n`)
      const known = new Map<string, string>()
      while (!ended.aborted && !stream.aborted && !stream.closed) {
        change = Promise.withResolvers()
        await tellNews(stream, newsOf(listening), known)
        if (!ended.aborted && !stream.aborted) await change.promise
      }
    } finally {
      clearInterval(beat)
      unsubscribe()
      close()
      gone()
      ended.removeEventListener('abort', wake)
    }
  })
}

function newsOf({ relay, deck, isMover }: Listening): Told[] {
  return [
    ...(relay.current === null ? [] : [{ kind: 'deck' as const, deck: relay.current }]),
    ...(deck === undefined ? [] : [relay.told(deck, isMover)]),
    { kind: 'shown', run: relay.shown?.id ?? null },
  ]
}

/** @param known what this stream was told last, by kind */
async function tellNews(
  stream: SSEStreamingApi,
  news: readonly Told[],
  known: Map<string, string>,
): Promise<void> {
  for (const told of news) {
    const data = JSON.stringify(told)
    if (known.get(told.kind) === data) continue
    known.set(told.kind, data)
    await stream.writeSSE({ data })
  }
}
