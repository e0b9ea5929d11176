import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'

import { assets } from './assets.ts'
import type { Builds } from './builds.ts'
import { deckRoutes } from './deck-routes.ts'
import type { DeckId } from './deck-routes.ts'
import { buildEvents } from './events.ts'
import { renderPage } from './frame/render-page.ts'
import type { View } from './frame/site-page.ts'
import { guard } from './guard.ts'
import { once } from './once.ts'
import { allPages } from './pages.ts'
import { progressNow } from './pages/progress.ts'
import { brokenPage, lostPage } from './pages/lost.ts'
import type { DeckPdfs } from './pdf/deck-pdfs.ts'
import type { LearnerStanding } from './progress/learner-standing.ts'
import { readDeckSlides } from './search/deck-slides.ts'
import { searchDocuments } from './search/search-documents.ts'
import type { Shelf } from './shelf.ts'

export interface AppParts {
  /** The repository's folder: decks are served from `decks/<id>/dist` below it. */
  root: string
  shelf: Shelf
  builds: Builds<DeckId>
  /** Builds the scripts of the pages when it is first called; rejects when that failed. */
  islands: () => Promise<void>
  /** Where the learner of this folder is. */
  standing?: (() => Promise<LearnerStanding>) | undefined
  /** The decks on paper, where somebody can print. */
  pdfs?: DeckPdfs | undefined
}

/** Every address of the hub. It holds no state but the builds it is given. */
export function createApp({ root, shelf, builds, islands, standing, pdfs }: AppParts): Hono {
  const pages = allPages(shelf)
  const slides = once(() => readDeckSlides(root, shelf.decks))
  const stateOf: View['stateOf'] = (deck) => builds.state(deck)
  const view: View = { root, shelf, stateOf, standing, slides, hasPdf: pdfs !== undefined }
  const app = new Hono()
  app.use(guard, csrf())
  for (const page of pages) {
    app.get(page.at, async (c) => fresh(c.html(await renderPage(page, pages, view))))
    if (page.at !== '/') app.get(page.at.slice(0, -1), (c) => c.redirect(page.at))
  }
  app.get('/events', (c) => {
    const ids = shelf.decks.map((deck) => deck.id)
    return buildEvents(c, ids, builds)
  })
  app.get('/progress', async (c) => fresh(c.html(await progressNow(view))))
  app.get('/assets/search.json', async (c) =>
    c.json(await searchDocuments({ root, shelf, pages, slides: await slides() })),
  )
  app.route('/assets', assets(islands))
  app.route('/decks', deckRoutes({ root, shelf, pages, builds, pdfs }))
  app.notFound((c) => fresh(c.html(lostPage(shelf, pages, c.req.path), 404)))
  app.onError((error, c) =>
    error instanceof HTTPException
      ? error.getResponse()
      : fresh(c.html(brokenPage(error, pages), 500)),
  )
  return app
}

/** Pages show how things are now: a browser asks again each time. */
async function fresh(answer: Response | Promise<Response>): Promise<Response> {
  const response = await answer
  response.headers.set('cache-control', 'no-store')
  return response
}
