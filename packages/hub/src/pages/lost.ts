import { html } from 'hono/html'

import { frame } from '../frame/frame.ts'
import type { Html } from '../frame/html.ts'
import type { SitePage } from '../frame/site-page.ts'
import type { Shelf } from '../shelf.ts'

/** The page for an address that leads nowhere: what was asked for, and all there is instead. */
export function lostPage(shelf: Shelf, pages: readonly SitePage[], path?: string): Html {
  const main = html`<section class="wait">
    <p class="meta">404</p>
    <h1>Nothing stands here</h1>
    <p class="lead">
      ${path === undefined ? 'There is no such page.' : html`There is no page at <code>${path}</code>.`}
      What there is:
    </p>
    <ul class="links">
      <li><a href="/">The home page</a></li>
      ${shelf.decks.map(
        ({ id, title }) => html`<li><a href="/decks/${id}/">${title}</a>, talk</li>`,
      )}
      ${shelf.exercises.map(
        ({ slug, title }) => html`<li><a href="/exercises/${slug}/">${title}</a>, exercise</li>`,
      )}
    </ul>
  </section>`
  return frame({ title: 'Not found', main, pages })
}

/** The page for an error of the hub itself, such as a file of the kit that is missing. */
export function brokenPage(error: Error, pages: readonly SitePage[]): Html {
  const main = html`<section class="wait">
    <p class="meta">500</p>
    <h1>This page cannot be shown</h1>
    <pre
      class="log"
      tabindex="0"
      role="group"
      aria-label="Reason"
    ><code>${error.message}</code></pre>
    <p class="actions"><a class="button strong" href="/">Home</a></p>
  </section>`
  return frame({ title: 'Error', main, pages })
}
