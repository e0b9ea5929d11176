import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { serveStatic } from '@hono/node-server/serve-static'
import type { DeckEntry } from '@five-pillars/content'
import { Hono } from 'hono'
import type { Context, Next } from 'hono'

import type { Builds } from './builds.ts'
import type { SitePage } from './frame/site-page.ts'
import { DECK_MARK } from './guard.ts'
import { failedPage, waitPage } from './pages/wait.ts'
import type { DeckPdfs } from './pdf/deck-pdfs.ts'
import type { Shelf } from './shelf.ts'

export type DeckId = DeckEntry['id']

interface Parts {
  root: string
  shelf: Shelf
  pages: readonly SitePage[]
  builds: Builds<DeckId>
  pdfs: DeckPdfs | undefined
}

/** `/decks/<id>/`: the built deck, or the page that builds it and waits. */
export function deckRoutes({ root, shelf, pages, builds, pdfs }: Parts): Hono {
  const app = new Hono()
  for (const deck of shelf.decks) {
    app.get(`/${deck.id}`, (c) => c.redirect(`/decks/${deck.id}/`))
    app.get(`/${deck.id}/`, async (c, next) => {
      const state = builds.state(deck.id)
      c.header('cache-control', 'no-store')
      if (state.kind === 'failed') return c.html(failedPage(deck, pages, state.lines), 500)
      if (state.kind === 'built') return files(deck, c, next)
      builds.hurry(deck.id)
      return c.html(waitPage(deck, pages, builds.state(deck.id)), 202)
    })
    if (pdfs !== undefined) {
      app.get(`/${deck.id}.pdf`, async (c) => {
        c.header('cache-control', 'no-store')
        if (builds.state(deck.id).kind !== 'built') {
          // The page reloads this address when the deck is there.
          builds.hurry(deck.id)
          return c.html(waitPage(deck, pages, builds.state(deck.id)), 202)
        }
        const [file] = await pdfs([deck])
        if (file === undefined) return c.notFound()
        c.header('content-type', 'application/pdf')
        return c.body(new Uint8Array(await readFile(file)))
      })
    }
    app.get(`/${deck.id}/*`, (c, next) =>
      builds.state(deck.id).kind === 'built' ? files(deck, c, next) : next(),
    )
    app.post(`/${deck.id}/build`, (c) => {
      builds.hurry(deck.id)
      return c.redirect(`/decks/${deck.id}/`, 303)
    })
  }
  return app

  async function files(deck: DeckEntry, c: Context, next: Next): Promise<Response | void> {
    const prefix = `/decks/${deck.id}`
    // A bundler's file carries the hash of its content in its name; every other file may change.
    const isHashed = c.req.path.startsWith(`${prefix}/assets/`)
    c.header('cache-control', isHashed ? 'max-age=31536000, immutable' : 'no-cache')
    c.header(DECK_MARK, deck.id)
    const serve = serveStatic({
      root: path.join(root, deck.path, 'dist'),
      rewriteRequestPath: (address) => address.slice(prefix.length),
    })
    return serve(c, next)
  }
}
