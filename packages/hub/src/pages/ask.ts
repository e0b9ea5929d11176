import { decisionBefore, decisionPlace, decisionPlaces, pillarById } from '@five-pillars/content'
import type { DecisionPlace, Question } from '@five-pillars/content'
import { html } from 'hono/html'

import type { Html } from '../frame/html.ts'
import type { SitePage } from '../frame/site-page.ts'
import { askEnd } from './ask-end.ts'
import { askAddress, firstSteps, wayTo } from './ask-way.ts'

const ROOT = decisionPlace()

/**
 * "What is breaking?": a page for each question and each end of the tree. An answer is a link, so
 * that a place can be shared, kept and gone back to, with scripts or without.
 */
export const askPages: readonly SitePage[] = decisionPlaces.map((place) => {
  const { node, trail } = place
  const shared = {
    at: askAddress(place.id),
    section: 'diagnose',
    main: () => (node.kind === 'leaf' ? askEnd(node, place) : question(node, place)),
  } as const
  if (place === ROOT) {
    return {
      ...shared,
      title: 'What is breaking?',
      label: 'What is breaking?',
      description: 'From what hurts to what helps, question by question, with the reason for each.',
    }
  }
  const way = trail.map(({ branch }) => branch.answer).join(', ')
  return node.kind === 'leaf'
    ? {
        ...shared,
        title: way,
        description: `What helps, and why: ${pillarById(node.pillar).name}.`,
        pillar: node.pillar,
        islands: ['copy-link'],
      }
    : { ...shared, title: node.text, description: `${way}: the next question.` }
})

function question(node: Question, place: DecisionPlace): Html {
  const before = decisionBefore(place)
  return html`<section class="page ask" aria-labelledby="title">
    ${wayTo(place)}
    <h1 id="title">${node.text}</h1>
    ${firstSteps(place.first)}
    <ol class="answers">
      ${node.branches.map(
        ({ answer, reason, to }) =>
          html`<li>
            <a href="${askAddress(decisionPlace(to.id).id)}"
              ><b>${answer}</b><span>${reason}</span></a
            >
          </li>`,
      )}
    </ol>
    <p class="actions">
      ${
        before === undefined
          ? ''
          : html`<a class="button" href="${askAddress(before.id)}">Back</a
              ><a class="button" href="/ask/">Start again</a>`
      }
      <a class="button" href="/ask/tree/">The whole tree</a>
    </p>
  </section>`
}
