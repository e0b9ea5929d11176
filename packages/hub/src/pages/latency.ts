import { figure, source } from '@five-pillars/content'
import type { FigureId } from '@five-pillars/content'
import { html } from 'hono/html'

import type { Html } from '../frame/html.ts'
import type { SitePage } from '../frame/site-page.ts'
import { sourceLinks } from './source-links.ts'

/** What a press of a button may take, and what distance leaves of it. */
export const latencyPage: SitePage = {
  at: '/latency/',
  title: 'Latency budget',
  label: 'Latency budget',
  section: 'learn',
  description: 'Drag the parts of a request, and see which of them no program makes shorter.',
  islands: ['latency'],
  main: () =>
    html`<section class="page" aria-labelledby="title">
        <h1 id="title">Latency budget</h1>
        <div class="island" data-latency data-scripted></div>
        <noscript><p class="lead">To drag the parts needs scripts. What they show:</p></noscript>
      </section>
      <section aria-labelledby="light">
        <h2 id="light">What light leaves of it</h2>
        <table class="facts">
          <thead>
            <tr>
              <th scope="col">How long</th>
              <th scope="col">What</th>
              <th scope="col">Who says so</th>
            </tr>
          </thead>
          <tbody>
            ${LIGHT.map(row)}
          </tbody>
        </table>
      </section>
      <section aria-labelledby="film">
        <h2 id="film">The same film, simulated</h2>
        <p class="lead">
          The finale’s talk plays it with three regions. When may the film begin: when one of them
          knows the position, two, or all?
        </p>
        <table class="facts">
          <thead>
            <tr>
              <th scope="col">How long</th>
              <th scope="col">What</th>
              <th scope="col">Who says so</th>
            </tr>
          </thead>
          <tbody>
            ${FILM.map(row)}
          </tbody>
        </table>
        <p class="actions"><a class="button" href="/decks/finale/">The finale</a></p>
      </section>`,
}

const LIGHT: readonly FigureId[] = [
  'answer-feels-immediate',
  'fibre-speed',
  'fibre-round-trip',
  'round-trip-virginia',
  'round-trip-sydney',
]
const FILM: readonly FigureId[] = ['budget-nearby', 'budget-majority', 'budget-everywhere']

function row(id: FigureId): Html {
  const { value, unit, label, caveat, derivation, measuredBy, sources } = figure(id)
  return html`<tr>
    <th scope="row"><b>${value}</b> ${unit}</th>
    <td>
      ${label}
      ${[derivation, caveat].map((text) =>
        text === undefined ? '' : html`<span class="said">${text}</span>`,
      )}
    </td>
    <td data-head="Who says so">
      ${sourceLinks(
        sources.map((each) => source(each)),
        measuredBy,
      )}
    </td>
  </tr>`
}
