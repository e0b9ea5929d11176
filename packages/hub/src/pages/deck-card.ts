import type { DeckEntry } from '@five-pillars/content'
import { html } from 'hono/html'

import { brandMark } from '../frame/brand-mark.ts'
import type { Html } from '../frame/html.ts'
import type { View } from '../frame/site-page.ts'
import { buildLine } from './build-line.ts'
import { icon } from './icon.ts'
import { talkActions } from './talk-actions.ts'

/** One talk: what it gives, the ways into it, the exercises after it, how far its build is. */
export function deckCard(deck: DeckEntry, view: View): Html {
  const after = view.shelf.exercises.filter((exercise) => exercise.deck === deck.id)
  return html`<article class="card" data-pillar="${deck.pillar ?? 'none'}">
    <div class="card-head">
      ${deck.pillar === undefined ? brandMark : icon(deck.pillar)}
      <h2><a href="/decks/${deck.id}/">${deck.title}</a></h2>
      <p class="meta">${deck.minutes} min · ${deck.level}</p>
    </div>
    <p class="lead">${deck.subtitle}</p>
    <p class="able" id="able-${deck.id}">You will be able to</p>
    <ul aria-labelledby="able-${deck.id}">
      ${deck.youWill.map((ability) => html`<li>${ability}</li>`)}
    </ul>
    ${talkActions(deck, view)}
    ${
      after.length === 0
        ? ''
        : html`<p class="meta">
            Exercise after it:
            ${after.map(
              ({ slug, title }, index) =>
                html`${index === 0 ? '' : ', '}<a href="/exercises/${slug}/">${title}</a>`,
            )}
          </p>`
    }
    ${buildLine(deck, view)}
  </article>`
}
