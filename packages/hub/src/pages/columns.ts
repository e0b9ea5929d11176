import type { Pillar } from '@five-pillars/content'
import { html } from 'hono/html'

import type { Shelf } from '../shelf.ts'
import { icon } from './icon.ts'
import type { Html } from './page.ts'

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

/** Abacus, echinus, a shaft that swells a little, with five flutes, and two steps of a base. */
const shaft = html`<svg
  class="shaft"
  viewBox="0 0 120 261"
  preserveAspectRatio="xMidYMax meet"
  aria-hidden="true"
>
  <path
    class="solid"
    d="M16 1h88v10H16zM20 11h80L88 26H32zM32 26h56q3 105 5 210H27q2-105 5-210zM22 236h76v10H22zM12 246h96v14H12z"
  />
  <path
    class="flute"
    d="M40 31q-2 100-3.5 200M50 31q-1 100-1.5 200M60 31v200M70 31q1 100 1.5 200M80 31q2 100 3.5 200"
  />
</svg>`
