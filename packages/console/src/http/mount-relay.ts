import { decks } from '@five-pillars/content'
import type { RelayRole } from '@five-pillars/deck-kit/relay'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'

import { phoneRole } from '../acts/phones.ts'
import { deckRoutes } from '../relay/deck-routes.ts'
import { PHONE_COOKIE, relayRoutes } from '../relay/relay-routes.ts'
import type { App, AppParts } from './app.ts'
import { identify } from './identify.ts'
import { Refused } from './refused.ts'

/** A move of the talk is some hundred bytes. */
const BODY_BYTES_MAX = 4096

/** Puts the decks, and what moves them, behind the tokens that the host gave. */
export function mountRelay(app: App, { desk, hostKey, root, closing }: AppParts): void {
  const roleOf = (c: Context): RelayRole | undefined =>
    isHost(c) ? 'host' : phoneRole(desk, getCookie(c, PHONE_COOKIE) ?? '')

  function isHost(c: Context): boolean {
    const headers = { authorization: c.req.header('authorization'), cookie: c.req.header('cookie') }
    return identify({ ...desk, hostKey }, headers).role === 'host'
  }

  app.use(
    '/api/relay/*',
    bodyLimit({
      maxSize: BODY_BYTES_MAX,
      onError: () => {
        throw new Refused('too-large', `A body here has at most ${BODY_BYTES_MAX} bytes.`)
      },
    }),
  )
  const roleOfToken = (token: string): 'follow' | 'remote' | undefined => phoneRole(desk, token)
  app.route('/', relayRoutes({ relay: desk.relay, decks, roleOf, roleOfToken, closing }))
  app.route('/decks', deckRoutes({ root, decks, roleOf }))
}
