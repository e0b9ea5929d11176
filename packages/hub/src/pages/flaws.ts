import { contradictions, flawText, source } from '@five-pillars/content'
import type { Contradiction } from '@five-pillars/content'
import { html } from 'hono/html'

import type { Html } from '../frame/html.ts'
import type { SitePage } from '../frame/site-page.ts'
import { sourceLinks } from './source-links.ts'

/** Nine pairs of one text that contradict themselves; closed, for whoever plays the round first. */
export const flawsPage: SitePage = {
  at: '/flaws/',
  title: 'Spot the flaw',
  label: 'Spot the flaw',
  section: 'learn',
  description: 'Nine pairs from one text, and each contradicts itself. Which half is wrong?',
  islands: ['flaws'],
  main: () =>
    html`<section class="page" aria-labelledby="title">
        <h1 id="title">Spot the flaw</h1>
        <p class="lead">
          A text about the five pillars is passed around. In nine places it contradicts itself, and
          both halves sound right.
        </p>
        <div class="island" data-flaws data-scripted></div>
      </section>
      <section class="pairs" aria-labelledby="pairs">
        <h2 id="pairs" class="visually-hidden">All pairs</h2>
        <details>
          <summary>All nine pairs as a list</summary>
          <ol>
            ${contradictions.map(pair)}
          </ol>
        </details>
      </section>`,
}

function pair({ id, statements, flawed, truth, sources }: Contradiction): Html {
  return html`<li id="${id}">
    <p class="flawed">At least one of them is wrong</p>
    ${statements.map((each) => html`<blockquote>${each}</blockquote>`)}
    <details>
      <summary>What is true</summary>
      <p><b>${flawText(flawed)}</b> ${truth}</p>
      ${sourceLinks(sources.map((each) => source(each)))}
    </details>
  </li>`
}
