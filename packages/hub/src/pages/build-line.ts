import type { DeckEntry } from '@five-pillars/content'
import { html } from 'hono/html'

import type { Html } from '../frame/html.ts'
import type { View } from '../frame/site-page.ts'
import { buildLabel } from './build-label.ts'

/** How far a deck's build is; nothing in the static site, where all of them are built. */
export function buildLine(deck: DeckEntry, { stateOf }: View): Html | '' {
  if (stateOf === undefined) return ''
  const { kind, text, percent } = buildLabel(stateOf(deck.id))
  return html`<p class="build" data-deck="${deck.id}" data-build="${kind}">
    <span class="dot" aria-hidden="true"></span>
    <span data-build-text>${text}</span>
    <progress max="100" value="${percent}" aria-label="Build of ${deck.title}"></progress>
  </p>`
}
