import type { RelayRole, ShownRun } from '@five-pillars/deck-kit/relay'
import type { DeckEntry } from '@five-pillars/content'
import { Hono } from 'hono'
import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import type { z } from 'zod'

import { phonePages } from './phone-pages.ts'
import type { Relay } from './relay.ts'
import { relayEvents } from './relay-events.ts'
import { enterSchema, moveSchema } from './relay-schemas.ts'

/** What a phone shows itself with, once it has entered. */
export const PHONE_COOKIE = 'five-pillars-phone'

/** Streams that are open at once: a room, and some that are not closed yet. */
const MOST_STREAMS = 700

export interface RelayParts {
  relay: Relay
  decks: readonly DeckEntry[]
  /** Undefined: nobody whom a deck is shown to. */
  roleOf: (c: Context) => RelayRole | undefined
  /** What a token that the host made for phones stands for. */
  roleOfToken: (token: string) => Exclude<RelayRole, 'host'> | undefined
  /** Ends all streams. */
  closing: AbortSignal
}

/** `/api/relay/…` and `/phone`: entering with a token, where the talk is, and moving it. */
export function relayRoutes(parts: RelayParts): Hono {
  const { relay, decks, roleOf, roleOfToken, closing } = parts
  const ids = new Set<string>(decks.map(({ id }) => id))
  let streams = 0
  const app = new Hono()
  app.route('/phone', phonePages())

  app.post('/api/relay/enter', async (c) => {
    const asked = await bodyOf(c, enterSchema)
    if (asked === undefined) return refuse(c, 400, 'bad-request', 'Scan the code once more.')
    const role = roleOfToken(asked.token)
    if (role === undefined) {
      const message = 'This code is not one of this room any more. Ask the host for a new one.'
      return refuse(c, 403, 'not-allowed', message)
    }
    setCookie(c, PHONE_COOKIE, asked.token, { httpOnly: true, sameSite: 'Strict', path: '/' })
    return c.json({ role, deck: relay.current })
  })

  app.get('/api/relay/events', (c) => {
    const role = roleOf(c)
    if (role === undefined) return stranger(c)
    const deck = c.req.query('deck')
    if (deck !== undefined && !ids.has(deck)) return unknownDeck(c)
    if (streams >= MOST_STREAMS) {
      return refuse(c, 503, 'too-many-requests', 'Too many phones follow at once.')
    }
    streams += 1
    const gone = (): void => {
      streams -= 1
    }
    return relayEvents(c, { relay, deck, isMover: role !== 'follow', closing, gone })
  })

  app.post('/api/relay/move', async (c) => {
    const role = roleOf(c)
    if (role === undefined) return stranger(c)
    if (role === 'follow') {
      return refuse(c, 403, 'not-allowed', 'This phone follows the talk: it cannot move it.')
    }
    const move = await bodyOf(c, moveSchema)
    if (move === undefined) return refuse(c, 400, 'bad-request', 'This is no move of a talk.')
    return ids.has(move.deck) ? c.json(relay.move(move)) : unknownDeck(c)
  })

  app.get('/api/relay/run', (c) => {
    if (roleOf(c) === undefined) return stranger(c)
    c.header('cache-control', 'no-store')
    return c.json<ShownRun | null>(relay.shown)
  })
  return app
}

/** Undefined where it is not JSON, or not what was asked for. */
async function bodyOf<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema> | undefined> {
  const isJson = /^application\/json\b/iu.test(c.req.header('content-type') ?? '')
  const data: unknown = isJson ? await c.req.json().catch(() => undefined) : undefined
  return schema.safeParse(data).data
}

function stranger(c: Context): Response {
  return refuse(c, 401, 'not-allowed', 'Scan the code of this room first.')
}

function unknownDeck(c: Context): Response {
  return refuse(c, 404, 'unknown', 'There is no such deck.')
}

function refuse(
  c: Context,
  status: 400 | 401 | 403 | 404 | 503,
  code: 'bad-request' | 'not-allowed' | 'unknown' | 'too-many-requests',
  message: string,
): Response {
  return c.json({ code, message }, status)
}
