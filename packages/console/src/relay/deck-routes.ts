import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { serveStatic } from '@hono/node-server/serve-static'
import type { DeckEntry } from '@five-pillars/content'
import type { RelayRole } from '@five-pillars/deck-kit/relay'
import { Hono } from 'hono'
import type { Context, Next } from 'hono'

import { notBuiltPage, relayedPage, strangerPage } from './deck-page.ts'
import { ServedScripts } from './served-script.ts'

/** A built deck sets styles in attributes and shows itself in frames, but never leaves the console. */
export const DECK_POLICY = [
  "default-src 'self' data: blob:",
  "script-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

export interface DeckParts {
  /** The repository's folder: decks are served from `decks/<id>/dist` below it. */
  root: string
  decks: readonly DeckEntry[]
  /** Undefined: nobody whom a deck is shown to. */
  roleOf: (c: Context) => RelayRole | undefined
}

/** `/decks/<id>/`: the built deck, for whoever has a token of the host's. */
export function deckRoutes({ root, decks, roleOf }: DeckParts): Hono {
  const app = new Hono()
  const scripts = new ServedScripts()
  for (const deck of decks) {
    const dist = path.join(root, deck.path, 'dist')
    app.get(`/${deck.id}`, (c) => c.redirect(`/decks/${deck.id}/`))
    app.get(`/${deck.id}/`, (c) => page(c, deck, dist))
    app.get(`/${deck.id}/assets/*`, (c, next) => asset(c, next, deck, dist))
  }
  return app

  async function page(c: Context, deck: DeckEntry, dist: string): Promise<Response> {
    c.header('cache-control', 'no-store')
    const role = roleOf(c)
    if (role === undefined) return c.html(strangerPage(), 403)
    const built = await readFile(path.join(dist, 'index.html'), 'utf8').catch(() => undefined)
    if (built === undefined) return c.html(notBuiltPage(deck.title, deck.id), 503)
    c.header('content-security-policy', DECK_POLICY)
    return c.html(relayedPage(built, deck.id, role))
  }

  async function asset(
    c: Context,
    next: Next,
    deck: DeckEntry,
    dist: string,
  ): Promise<Response | void> {
    const role = roleOf(c)
    if (role === undefined) return c.text('Scan the code of this room first.\n', 403)
    const prefix = `/decks/${deck.id}`
    const name = /\/assets\/((?:modules\/)?[\w.-]+\.js)$/u.exec(c.req.path)?.[1]
    if (name === undefined) {
      // A bundler's file carries the hash of its content in its name, and is the same for all.
      c.header('cache-control', 'private, max-age=31536000, immutable')
      const rewriteRequestPath = (address: string): string => address.slice(prefix.length)
      return serveStatic({ root: dist, rewriteRequestPath })(c, next)
    }
    // What is in a script depends on who asks: a phone that becomes a remote must ask again.
    const script = await scripts.read(path.join(dist, 'assets', name), role !== 'follow')
    if (script === undefined) return c.notFound()
    c.header('cache-control', 'private, no-cache')
    c.header('vary', 'cookie')
    c.header('etag', script.etag)
    if (c.req.header('if-none-match') === script.etag) return c.body(null, 304)
    return c.body(script.text, 200, { 'content-type': 'text/javascript; charset=utf-8' })
  }
}
