import type { DeckEntry, ExerciseEntry } from '@five-pillars/content'
import { html } from 'hono/html'

import type { Html } from '../frame/html.ts'
import type { Shelf } from '../shelf.ts'
import { icon } from './icon.ts'

/** The day as one building: the overview is its roof, the five talks carry it, the game day is its floor. */
export function flow({ pillars, decks, exercises }: Shelf): Html {
  const whole = decks.filter((deck) => deck.pillar === undefined)
  const [roof, ...floors] = whole
  return html`<div class="flow">
    ${roof === undefined ? '' : html`<div class="flow-beam">${talk(roof)}</div>`}
    <ol>
      ${pillars.map(({ id }) => {
        const own = decks.filter((deck) => deck.pillar === id)
        return html`<li data-pillar="${id}">
          ${icon(id)} ${own.map((deck) => html`${talk(deck)} ${after(deck, exercises)}`)}
        </li>`
      })}
    </ol>
    ${floors.map(
      (deck) => html`<div class="flow-beam">${talk(deck)} ${after(deck, exercises)}</div>`,
    )}
  </div>`
}

function talk({ id, title, minutes }: DeckEntry): Html {
  return html`<p>
    <a href="/decks/${id}/">${title}</a> <span class="meta">talk, ${minutes} min</span>
  </p>`
}

function after(deck: DeckEntry, exercises: readonly ExerciseEntry[]): Html[] {
  return exercises
    .filter((exercise) => exercise.deck === deck.id)
    .map(
      ({ slug, title, minutes, level }) =>
        html`<p>
          <a href="/exercises/${slug}/">${title}</a>
          <span class="meta"
            >exercise, ${minutes} min${level === 'advanced' ? ', to go deeper' : ''}</span
          >
        </p>`,
    )
}
