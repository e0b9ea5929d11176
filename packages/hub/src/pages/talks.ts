import { html } from 'hono/html'

import type { SitePage } from '../frame/site-page.ts'
import { deckCard } from './deck-card.ts'

/** Every talk with what a listener can do afterwards. */
export const talksPage: SitePage = {
  at: '/talks/',
  title: 'Talks',
  label: 'Talks',
  section: 'talks',
  description: 'Seven talks: five pillars, an overview before them and a game day after them.',
  main: (view) =>
    html`<section class="page" aria-labelledby="title">
      <h1 id="title">Talks</h1>
      <p class="lead">
        An overview, one talk for each pillar, and a day on which everything goes wrong. Each has
        notes, a clock, and shorter cuts.
      </p>
      <div class="cards">${view.shelf.decks.map((deck) => deckCard(deck, view))}</div>
      <p class="visually-hidden" role="status" data-announce></p>
    </section>`,
}
