import { decisionPlace, pattern, pillarById } from '@five-pillars/content'
import type { DecisionPlace } from '@five-pillars/content'
import { html } from 'hono/html'

import type { Html } from '../frame/html.ts'
import type { SitePage } from '../frame/site-page.ts'
import { askAddress } from './ask-way.ts'
import { icon } from './icon.ts'

/** Every question and every end on one page, to look at, to print and to enter anywhere. */
export const askTreePage: SitePage = {
  at: '/ask/tree/',
  title: 'The decision tree',
  label: 'Decision tree',
  section: 'diagnose',
  description: 'All questions from a symptom to a pattern, on one page.',
  main: () =>
    html`<section class="page" aria-labelledby="title">
      <h1 id="title">The decision tree</h1>
      <p class="lead">
        It starts with a measurement, and agreement hangs below no symptom of slowness: it only ever
        adds a round trip.
      </p>
      <ul class="tree">
        ${branchTo(decisionPlace())}
      </ul>
    </section>`,
}

/** A place with all below it, and the answer that leads to it. */
function branchTo(place: DecisionPlace, answer?: string): Html {
  const { id, node } = place
  return html`<li id="${id}" data-kind="${node.kind}">
    ${answer === undefined ? '' : html`<span class="answer">${answer}</span>`} ${box(place)}
    ${
      node.kind === 'leaf'
        ? ''
        : html`<ul>
            ${node.branches.map((branch) => branchTo(decisionPlace(branch.to.id), branch.answer))}
          </ul>`
    }
  </li>`
}

function box({ id, node, first }: DecisionPlace): Html {
  if (node.kind === 'question') {
    return html`<a class="box" href="${askAddress(id)}"
      >${first.map(({ text }) => html`<span class="before">${text}.</span>`)} ${node.text}</a
    >`
  }
  return html`<a class="box" href="${askAddress(id)}" data-pillar="${node.pillar}"
    ><b>${icon(node.pillar)} ${pillarById(node.pillar).name}</b> ${node.patterns
      .map((each) => pattern(each).name)
      .join(', ')}</a
  >`
}
