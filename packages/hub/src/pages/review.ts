import { pillars, questionsOf, reviewSeconds, shown } from '@five-pillars/content'
import type { Pillar, ReviewQuestion } from '@five-pillars/content'
import { html } from 'hono/html'

import type { Html } from '../frame/html.ts'
import type { SitePage } from '../frame/site-page.ts'
import { command } from './command.ts'
import { icon } from './icon.ts'
import { sourceLinks } from './source-links.ts'

const MINUTES = reviewSeconds('short') / 60

/** The architecture review: against a clock where scripts run, and as a list to print. */
export const reviewPage: SitePage = {
  at: '/review/',
  title: 'Architecture review',
  label: 'Five-minute review',
  section: 'diagnose',
  description: `What a team cannot say of its system in ${MINUTES} minutes, what that risks, and where to begin.`,
  islands: ['review'],
  main: () =>
    html`<section class="page" aria-labelledby="title">
        <h1 id="title">Architecture review</h1>
        <div class="island" data-review data-scripted></div>
        <noscript
          ><p class="lead">
            The clock and the sum need scripts. The questions are below, and at a terminal:
          </p></noscript
        >
      </section>
      <section class="checklist" aria-labelledby="checklist" data-checklist>
        <h2 id="checklist">All questions</h2>
        <p class="lead">
          None of them can be answered with yes. Those in bold are the
          ${questionsOf('short').length} of the short review.
        </p>
        ${pillars.map(block)} ${command('The same at a terminal', 'npx five-pillars review')}
      </section>`,
}

function block({ id, name, question }: Pillar): Html {
  const own = questionsOf('whole').filter(({ pillar }) => pillar === id)
  return html`<section data-pillar="${id}" aria-labelledby="review-${id}">
    <h3 id="review-${id}" class="pillar-name">${icon(id)} ${name}</h3>
    <p class="meta">${question}</p>
    <ul class="boxes">
      ${own.map(entry)}
    </ul>
  </section>`
}

function entry({ id, question, good, risk, shownBy, isShort }: ReviewQuestion): Html {
  const { sentence, measuredBy, sources } = shown(shownBy)
  return html`<li id="${id}">
    <p>${isShort === true ? html`<b>${question}</b>` : question}</p>
    <details>
      <summary>A good answer, and the risk without one</summary>
      <p>${good}</p>
      <p>${risk} ${sentence} ${sourceLinks(sources, measuredBy)}</p>
    </details>
  </li>`
}
