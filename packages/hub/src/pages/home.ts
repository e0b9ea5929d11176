import type { DeckEntry } from '@five-pillars/content'
import { html } from 'hono/html'

import type { BuildState } from '../builds.ts'
import type { Shelf } from '../shelf.ts'
import { columns } from './columns.ts'
import { deckCard } from './deck-card.ts'
import { exerciseCard } from './exercise-card.ts'
import { page } from './page.ts'
import type { Html } from './page.ts'

/** The first page: what this is, the five pillars, every deck and every exercise. */
export function home(shelf: Shelf, stateOf: (deck: DeckEntry['id']) => BuildState): Html {
  const main = html`
    <section class="hero" aria-labelledby="title">
      <h1 id="title">Five Pillars</h1>
      <p class="lead">
        Talks and graded exercises about building one dependable system out of many machines that
        fail.
      </p>
      <h2 class="visually-hidden">The pillars</h2>
      ${columns(shelf)}
    </section>
    <section aria-labelledby="talks">
      <h2 id="talks">Talks</h2>
      <div class="cards">${shelf.decks.map((deck) => deckCard(deck, stateOf(deck.id)))}</div>
      <p class="visually-hidden" role="status" data-announce></p>
    </section>
    <section aria-labelledby="exercises">
      <h2 id="exercises">Exercises</h2>
      <div class="cards">${shelf.exercises.map(exerciseCard)}</div>
    </section>
  `
  return page({ title: 'Five Pillars', main })
}
