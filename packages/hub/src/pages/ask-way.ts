import { decisionPlace } from '@five-pillars/content'
import type { AnsweredQuestion, DecisionPlace, Step } from '@five-pillars/content'
import { html } from 'hono/html'

import type { Html } from '../frame/html.ts'

const FIRST = decisionPlace().id

/** Where the page of a place is. */
export function askAddress(id: string): string {
  return id === FIRST ? '/ask/' : `/ask/${id}/`
}

/** The answers so far, each with its reason and the way back to its question. */
export function wayTo({ trail: answered }: DecisionPlace): Html | '' {
  if (answered.length === 0) return ''
  return html`<nav class="trail" aria-label="The way here">
    <ol>
      ${answered.map(passed)}
    </ol>
  </nav>`
}

function passed({ first, question: asked, branch }: AnsweredQuestion): Html {
  return html`<li>
    ${first.map(({ text }) => html`<span class="done">${text}.</span>`)}
    <a href="${askAddress(asked.id)}">${asked.text}</a> <b>${branch.answer}.</b>
    <span class="why">${branch.reason}</span>
  </li>`
}

/** What is to be done before going on. */
export function firstSteps(steps: readonly Step[]): Html | '' {
  if (steps.length === 0) return ''
  return html`${steps.map(
    ({ text, reason }) => html`<p class="first"><b>${text}.</b> ${reason}</p>`,
  )}`
}
