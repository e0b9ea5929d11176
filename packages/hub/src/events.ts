import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'

import type { Builds } from './builds.ts'
import { buildLabel } from './pages/build-label.ts'

/**
 * Streams the state of every deck's build as server-sent events: one at once, then one for each
 * change. Changes that come while an event is on its way are sent as one.
 */
export function buildEvents<Id extends string>(
  c: Context,
  decks: readonly Id[],
  builds: Builds<Id>,
): Response {
  return streamSSE(c, async (stream) => {
    const ended = AbortSignal.any([builds.closing, c.req.raw.signal])
    let change = Promise.withResolvers<void>()
    const wake = (): void => change.resolve()
    const unsubscribe = builds.subscribe(wake)
    ended.addEventListener('abort', wake)
    try {
      while (!ended.aborted && !stream.aborted && !stream.closed) {
        change = Promise.withResolvers()
        await stream.writeSSE({ data: JSON.stringify(decks.map(label)) })
        if (!ended.aborted) await change.promise
      }
    } finally {
      unsubscribe()
      ended.removeEventListener('abort', wake)
    }
  })

  function label(deck: Id): object {
    const state = builds.state(deck)
    const message = state.kind === 'building' ? state.message : ''
    return { deck, message, ...buildLabel(state) }
  }
}
