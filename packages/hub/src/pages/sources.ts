import { sources } from '@five-pillars/content'
import type { Source } from '@five-pillars/content'
import { asOfText } from '@five-pillars/deck-kit/as-of'
import { html } from 'hono/html'

import type { Html } from '../frame/html.ts'
import type { SitePage } from '../frame/site-page.ts'

/** Every reference of the kit, with the day on which its text was opened again. */
export const sourcesPage: SitePage = {
  at: '/sources/',
  title: 'Sources',
  label: 'Sources',
  section: 'look-up',
  description: 'Every reference of the kit, who wrote it, where it is, and when we last opened it.',
  main: () =>
    html`<section class="page" aria-labelledby="title">
      <h1 id="title">Sources</h1>
      <p class="lead">
        All that slides and pages rest on. These are the only addresses outside of this site; a date
        says when we last opened the text and read it.
      </p>
      <ol class="sources">
        ${sources.toSorted((a, b) => a.authors.localeCompare(b.authors, 'en')).map(entry)}
      </ol>
    </section>`,
}

function entry({ id, authors, title, venue, year, url, checked, firsthand }: Source): Html {
  return html`<li id="${id}">
    <b>${authors}</b>, ${year}. <cite><a href="${url}" rel="noreferrer">${title}</a></cite
    >${venue === undefined ? '.' : `, ${venue}.`}
    <span class="meta"
      >${firsthand === true ? 'At first hand. ' : ''}${
        checked === undefined ? 'Not opened again.' : `Opened on ${asOfText(checked)}.`
      }</span
    >
  </li>`
}
