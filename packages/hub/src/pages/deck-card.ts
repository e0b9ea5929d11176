import type { DeckEntry } from '@five-pillars/content'
import { html } from 'hono/html'

import type { BuildState } from '../builds.ts'
import { buildLabel } from './build-label.ts'
import { icon } from './icon.ts'
import { brandMark } from './page.ts'
import type { Html } from './page.ts'

/** One deck on the home page: what it gives, how far its build is, and the three ways into it. */
export function deckCard(deck: DeckEntry, state: BuildState): Html {
  const address = `/decks/${deck.id}/`
  return html`<article class="card" data-pillar="${deck.pillar ?? 'none'}">
    <div class="card-head">
      ${deck.pillar === undefined ? brandMark : icon(deck.pillar)}
      <h3><a href="${address}">${deck.title}</a></h3>
      <p class="meta">${deck.minutes} min · ${deck.level}</p>
    </div>
    <p class="lead">${deck.subtitle}</p>
    <p class="able" id="able-${deck.id}">You will be able to</p>
    <ul aria-labelledby="able-${deck.id}">
      ${deck.youWill.map((ability) => html`<li>${ability}</li>`)}
    </ul>
    <p class="actions">
      <a class="button strong" href="${address}" aria-label="Open ${deck.title}">Open</a>
      <a
        class="button"
        href="${address}#/presenter/1"
        target="_blank"
        rel="noopener"
        aria-label="Presenter view of ${deck.title}, in a new tab"
        >Presenter view</a
      >
      <a class="button" href="${address}#/notes" aria-label="Notes of ${deck.title}">Notes</a>
    </p>
    ${buildLine(deck, state)}
  </article>`
}

function buildLine(deck: DeckEntry, state: BuildState): Html {
  const { kind, text, percent } = buildLabel(state)
  return html`<p class="build" data-deck="${deck.id}" data-build="${kind}">
    <span class="dot" aria-hidden="true"></span>
    <span data-build-text>${text}</span>
    <progress max="100" value="${percent}" aria-label="Build of ${deck.title}"></progress>
  </p>`
}
