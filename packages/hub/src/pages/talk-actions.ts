import type { DeckEntry } from '@five-pillars/content'
import { html } from 'hono/html'

import type { Html } from '../frame/html.ts'
import type { View } from '../frame/site-page.ts'

/** The ways into a talk: the slides, the speaker's view, the notes, the paper. */
export function talkActions({ id, title }: DeckEntry, { hasPdf }: View): Html {
  const address = `/decks/${id}/`
  return html`<p class="actions">
    <a class="button strong" href="${address}" aria-label="Open ${title}">Open</a>
    <a
      class="button"
      href="${address}#/presenter/1"
      target="_blank"
      rel="noopener"
      aria-label="Presenter view of ${title}, in a new tab"
      >Presenter</a
    >
    <a class="button" href="${address}#/notes" aria-label="Notes of ${title}">Notes</a>
    ${hasPdf ? html`<a class="button" href="/decks/${id}.pdf" aria-label="${title} as PDF">PDF</a>` : ''}
  </p>`
}
