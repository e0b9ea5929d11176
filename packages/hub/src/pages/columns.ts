import type { Pillar } from '@five-pillars/content'
import { html } from 'hono/html'

import type { Shelf } from '../shelf.ts'
import { icon } from './icon.ts'
import type { Html } from '../frame/html.ts'

/** The five pillars as the columns of one building; a column is filled when it has a deck. */
export function columns(shelf: Shelf): Html {
  return html`<ol class="columns" aria-label="The five pillars">
    ${shelf.pillars.map((pillar) => column(pillar, shelf))}
  </ol>`
}

function column(pillar: Pillar, shelf: Shelf): Html {
  const deck = shelf.decks.find((entry) => entry.pillar === pillar.id)
  const exercises = shelf.exercises.filter((entry) => entry.pillar === pillar.id)
  const name = html`${icon(pillar.id)}${pillar.name}`
  return html`<li
    class="column"
    data-pillar="${pillar.id}"
    data-filled="${String(deck !== undefined)}"
  >
    ${shaft}
    <div class="column-text">
      <h3>${deck === undefined ? name : html`<a href="/decks/${deck.id}/">${name}</a>`}</h3>
      <p>${pillar.question}</p>
      <p class="meta">${offer(deck?.minutes, exercises.length)}</p>
    </div>
  </li>`
}

function offer(minutes: number | undefined, exercises: number): string {
  const parts = [
    ...(minutes === undefined ? [] : [`Talk, ${minutes} min`]),
    ...(exercises === 0 ? [] : [exercises === 1 ? '1 exercise' : `${exercises} exercises`]),
  ]
  return parts.length === 0 ? 'Not written yet' : parts.join(' · ')
}

/** The column as the slides draw it: capital, shaft with three flutes, base. */
const shaft = html`<svg
  class="shaft"
  viewBox="0 4 148 263"
  preserveAspectRatio="xMidYMax meet"
  aria-hidden="true"
>
  <path class="solid" d="M6 6h136v16H6zM22 22h104v226H22zM6 248h136v16H6z" />
  <path class="flute" d="M48 34v202M74 34v202M100 34v202" />
</svg>`
