import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'

import { assets } from './assets.ts'
import type { Builds } from './builds.ts'
import { deckRoutes } from './deck-routes.ts'
import type { DeckId } from './deck-routes.ts'
import { buildEvents } from './events.ts'
import { guard } from './guard.ts'
import { briefPage } from './pages/brief.ts'
import { home } from './pages/home.ts'
import { brokenPage, lostPage } from './pages/lost.ts'
import type { Shelf } from './shelf.ts'

export interface AppParts {
  /** The repository's folder: decks are served from `decks/<id>/dist` below it. */
  root: string
  shelf: Shelf
  builds: Builds<DeckId>
}

/** Every address of the hub. It holds no state but the builds it is given. */
export function createApp({ root, shelf, builds }: AppParts): Hono {
  const app = new Hono()
  app.use(guard, csrf())
  app.get('/', (c) => fresh(c.html(home(shelf, (deck) => builds.state(deck)))))
  app.get('/events', (c) => {
    const ids = shelf.decks.map((deck) => deck.id)
    return buildEvents(c, ids, builds)
  })
  app.route('/assets', assets())
  app.route('/decks', deckRoutes({ root, shelf, builds }))
  app.get('/exercises/:slug', (c) => c.redirect(`${c.req.path}/`))
  app.get('/exercises/:slug/', async (c) => {
    const exercise = shelf.exercises.find((entry) => entry.slug === c.req.param('slug'))
    const pillar = shelf.pillars.find((entry) => entry.id === exercise?.pillar)
    if (exercise === undefined || pillar === undefined) return c.notFound()
    const source = await readFile(path.join(root, exercise.path, 'README.md'), 'utf8')
    return fresh(c.html(briefPage(exercise, pillar, source)))
  })
  app.notFound((c) => fresh(c.html(lostPage(shelf, c.req.path), 404)))
  app.onError((error, c) =>
    error instanceof HTTPException ? error.getResponse() : fresh(c.html(brokenPage(error), 500)),
  )
  return app
}

/** Pages show how things are now: a browser asks again each time. */
async function fresh(answer: Response | Promise<Response>): Promise<Response> {
  const response = await answer
  response.headers.set('cache-control', 'no-store')
  return response
}
