import { pains, patterns, pillar, pillars } from '@five-pillars/content'
import type { Pattern } from '@five-pillars/content'
import { html } from 'hono/html'

import type { Html } from '../frame/html.ts'
import type { SitePage } from '../frame/site-page.ts'
import { icon } from './icon.ts'
import { said } from './said.ts'

/** Every pattern with the moment it helps, the moment it does not, and what it costs. */
export const patternsPage: SitePage = {
  at: '/patterns/',
  title: 'Patterns',
  label: 'Patterns',
  section: 'look-up',
  description: 'When to use each pattern, when not to, what it costs, and who says so.',
  islands: ['patterns'],
  main: () =>
    html`<section class="page" aria-labelledby="title">
      <h1 id="title">Patterns</h1>
      <p class="lead">
        Known answers to known problems. None of them has a threshold: no source gives one that
        would hold for you.
      </p>
      ${filters()}
      <table class="patterns">
        <thead>
          <tr>
            <th scope="col">Pattern</th>
            <th scope="col">Use it when</th>
            <th scope="col">Not when</th>
            <th scope="col">What it costs</th>
          </tr>
        </thead>
        <tbody>
          ${patterns.map(row)}
        </tbody>
      </table>
      <p class="none" data-none hidden>
        No pattern fits. <button type="button" class="button" data-clear>Show all of them</button>
      </p>
      <p class="meta">
        Complexity is our judgement of what there is to understand when it goes wrong at night: low,
        one part that is there or not; medium, parts that may disagree for a while; high, states in
        between that each need a plan.
      </p>
    </section>`,
}

/** Only where scripts run: without one the table is whole. */
function filters(): Html {
  return html`<form class="filters" role="search" aria-label="Patterns" data-filters data-scripted>
    <label class="field"
      ><span>Words</span><input type="search" name="q" autocomplete="off"
    /></label>
    <label class="field"
      ><span>What hurts</span
      ><select name="pain">
        <option value="">Anything</option>
        ${pains.map(({ id, text }) => html`<option value="${id}">${text}</option>`)}
      </select></label
    >
    <label class="field"
      ><span>Pillar</span
      ><select name="pillar">
        <option value="">All five</option>
        ${pillars.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}
      </select></label
    >
    <p role="status" data-count>${patterns.length} of ${patterns.length} patterns</p>
  </form>`
}

function row(each: Pattern): Html {
  const hurts = pains.filter(({ patterns: behind }) => behind.includes(each.id))
  return html`<tr
    id="${each.id}"
    data-pillar="${each.pillar}"
    data-pains="${hurts.map(({ id }) => id).join(' ')}"
  >
    <th scope="row">
      <span class="pattern-name">${icon(each.pillar)} <a href="#${each.id}">${each.name}</a></span>
      <span class="pattern-summary">${each.summary}</span>
      <span class="meta">${pillar(each.pillar).name} · complexity: ${each.complexity}</span>
    </th>
    <td data-head="Use it when">${each.useWhen}</td>
    <td data-head="Not when">${each.notWhen}</td>
    <td data-head="What it costs">
      ${each.costs} ${each.sources.length === 0 ? noSource : said(each.sources)}
    </td>
  </tr>`
}

/** Three of them rest on what people do, and no study that we know of. */
const noSource = html`<span class="said">Common practice; we know of no source</span>`
