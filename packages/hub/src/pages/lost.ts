import { html } from 'hono/html'

import type { Shelf } from '../shelf.ts'
import { page } from './page.ts'
import type { Html } from './page.ts'

/** The page for an address that leads nowhere: what was asked for, and all there is instead. */
export function lostPage(shelf: Shelf, path: string): Html {
  const main = html`<section class="wait">
    <p class="meta">404</p>
    <h1>Nothing stands here</h1>
    <p class="lead">There is no page at <code>${path}</code>. What there is:</p>
    <ul class="links">
      <li><a href="/">The home page</a></li>
      ${shelf.decks.map((deck) => html`<li><a href="/decks/${deck.id}/">${deck.title}</a>, talk</li>`)}
      ${shelf.exercises.map(
        (entry) => html`<li><a href="/exercises/${entry.slug}/">${entry.title}</a>, exercise</li>`,
      )}
    </ul>
  </section>`
  return page({ title: 'Not found', kind: 'lost', main })
}
