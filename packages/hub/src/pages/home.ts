import type { DeckEntry } from '@five-pillars/content'
import { html } from 'hono/html'

import type { Html } from '../frame/html.ts'
import { pagesOf } from '../frame/nav.ts'
import { sections } from '../frame/sections.ts'
import type { SectionId } from '../frame/sections.ts'
import type { SitePage, View } from '../frame/site-page.ts'
import { columns } from './columns.ts'
import { exerciseRow } from './exercise-row.ts'
import { talkRow } from './talk-row.ts'

/** The first page: what this is, the five pillars, the ways in, every talk and every exercise. */
export function home(pages: readonly SitePage[]): SitePage {
  return {
    at: '/',
    title: 'Five Pillars',
    description:
      'Talks and graded exercises about building one dependable system out of many machines that fail.',
    main: (view) => html`
      <section class="hero" aria-labelledby="title">
        <h1 id="title">Five Pillars</h1>
        <p class="lead">
          Talks and graded exercises about building one dependable system out of many machines that
          fail.
        </p>
        <h2 class="visually-hidden">The pillars</h2>
        ${columns(view.shelf)}
      </section>
      ${doors(pages)} ${talks(view)} ${exercises(view)}
    `,
  }
}

/** The sections that are no list of this page. */
const DOORS: ReadonlySet<SectionId> = new Set(['diagnose', 'look-up', 'learn'])

function doors(pages: readonly SitePage[]): Html | '' {
  const shown = sections.filter(({ id }) => DOORS.has(id) && pagesOf(pages, id).length > 0)
  if (shown.length === 0) return ''
  return html`<section class="doors" aria-label="Ways in">
    ${shown.map(
      ({ id, name, promise }) =>
        html`<div class="door">
          <h2>${name}</h2>
          <p class="meta">${promise}</p>
          <ul>
            ${pagesOf(pages, id).map(
              ({ at, label, description }) =>
                html`<li>
                  <a href="${at}"><b>${label}</b><span>${description}</span></a>
                </li>`,
            )}
          </ul>
        </div>`,
    )}
  </section>`
}

function talks(view: View): Html {
  return html`<section aria-labelledby="talks">
    <h2 id="talks"><a href="/talks/">Talks</a></h2>
    <ul class="rows">
      ${view.shelf.decks.map((deck: DeckEntry) => talkRow(deck, view))}
    </ul>
    <p class="visually-hidden" role="status" data-announce></p>
  </section>`
}

function exercises({ shelf }: View): Html {
  return html`<section aria-labelledby="exercises">
    <h2 id="exercises"><a href="/exercises/">Exercises</a></h2>
    <ul class="rows">
      ${shelf.exercises.map(exerciseRow)}
    </ul>
  </section>`
}
