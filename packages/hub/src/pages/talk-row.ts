import type { DeckEntry } from '@five-pillars/content'
import { html } from 'hono/html'

import { brandMark } from '../frame/brand-mark.ts'
import type { Html } from '../frame/html.ts'
import type { View } from '../frame/site-page.ts'
import { buildLine } from './build-line.ts'
import { icon } from './icon.ts'
import { talkActions } from './talk-actions.ts'

/** One talk on the home page: what it asks, how long it takes, and the ways into it. */
export function talkRow(deck: DeckEntry, view: View): Html {
  return html`<li>
    <article class="entry" data-pillar="${deck.pillar ?? 'none'}">
      ${deck.pillar === undefined ? brandMark : icon(deck.pillar)}
      <div class="entry-text">
        <h3><a href="/decks/${deck.id}/">${deck.title}</a></h3>
        <p>${deck.subtitle}</p>
      </div>
      <p class="meta">${deck.minutes} min · ${deck.level}</p>
      ${talkActions(deck, view)} ${buildLine(deck, view)}
    </article>
  </li>`
}
