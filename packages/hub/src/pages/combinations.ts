import { combinations, pillar, pillars } from '@five-pillars/content'
import type { Combination, PillarId } from '@five-pillars/content'
import { html } from 'hono/html'

import type { Html } from '../frame/html.ts'
import type { SitePage } from '../frame/site-page.ts'
import { said } from './said.ts'

/** Real systems, by the pillars that they stand on together. */
export const combinationsPage: SitePage = {
  at: '/combinations/',
  title: 'Combinations',
  label: 'Combinations',
  section: 'look-up',
  description:
    'Real systems, the pillars that they stand on together, and what a fair speaker adds.',
  main: () =>
    html`<section class="page" aria-labelledby="title">
      <h1 id="title">Combinations</h1>
      <p class="lead">
        Real systems stand on more than one pillar, and the risk is in the seam. The last line of
        each is the useful one.
      </p>
      <ul class="combinations">
        ${combinations.map(entry)}
      </ul>
    </section>`,
}

function entry({ id, pillars: on, what, who, gives, caveat, sources }: Combination): Html {
  return html`<li id="${id}" class="combination">
    ${fiveColumns(on)}
    <div>
      <p class="meta">${on.map((each) => pillar(each).name).join(' + ')}</p>
      <h2>${what}</h2>
      <p>${gives} <span class="meta">${who}.</span></p>
      <p class="caveat"><b>But:</b> ${caveat}</p>
      ${said(sources)}
    </div>
  </li>`
}

/** Five columns under one roof; those that carry this are filled. */
function fiveColumns(on: readonly PillarId[]): Html {
  return html`<svg class="five" viewBox="0 0 150 84" aria-hidden="true">
    <path class="beam" d="M1 2h148M1 82h148" />
    ${pillars.map(
      ({ id }, index) =>
        html`<path
          data-pillar="${id}"
          data-filled="${String(on.includes(id))}"
          transform="translate(${4 + index * 30} 6)"
          d="M0 0h22v6H0zM3 6h16v60H3zM0 66h22v6H0z"
        />`,
    )}
  </svg>`
}
