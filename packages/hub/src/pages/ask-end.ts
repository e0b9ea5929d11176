import { decisionBefore, decisionEnd, source } from '@five-pillars/content'
import type { DecisionPlace, Figure, Leaf, Pattern } from '@five-pillars/content'
import { html } from 'hono/html'

import type { Html } from '../frame/html.ts'
import { askAddress, firstSteps, wayTo } from './ask-way.ts'
import { command } from './command.ts'
import { icon } from './icon.ts'
import { sourceLinks } from './source-links.ts'

/** Where the tree ends: a pillar, what to reach for there, a number, a talk and an exercise. */
export function askEnd(leaf: Leaf, place: DecisionPlace): Html {
  const { pillar, patterns, deck, exercise, figure } = decisionEnd(leaf)
  const before = decisionBefore(place)
  return html`<section class="page ask" aria-labelledby="title">
    ${wayTo(place)}
    <p class="pillar-name">${icon(pillar.id)} ${pillar.name}</p>
    <h1 id="title">${headline(patterns)}</h1>
    <p class="lead">${pillar.question}</p>
    ${firstSteps(place.first)}
    <div class="end">
      <ol class="helps">
        ${patterns.map(help)}
      </ol>
      <aside aria-label="To learn it">
        ${number(figure)}
        <p>
          <a class="button strong" href="/decks/${deck.id}/">The talk: ${deck.title}</a>
          <span class="meta">${deck.minutes} minutes</span>
        </p>
        <p>
          <a class="button" href="/exercises/${exercise.slug}/">Exercise: ${exercise.title}</a>
          <span class="meta">${exercise.minutes} minutes</span>
        </p>
        ${command('The same at a terminal', `npx five-pillars ask ${place.id}`)}
      </aside>
    </div>
    <p class="actions">
      ${
        before === undefined ? '' : html`<a class="button" href="${askAddress(before.id)}">Back</a>`
      }
      <a class="button" href="/ask/">Start again</a>
      <a class="button" href="/ask/tree/#${place.id}">The whole tree</a>
      <button class="button" type="button" data-copy-link hidden>Copy the link</button>
    </p>
  </section>`
}

/** The patterns in one line: with more than one, the first is where to begin. */
function headline([first, ...others]: readonly Pattern[]): string {
  const name = first?.name ?? ''
  const then = others.map((each) => lowerFirst(each.name)).join(', then ')
  return then === '' ? name : `${name}, then ${then}`
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}

function help({ id, name, summary, useWhen, notWhen, costs, sources }: Pattern): Html {
  return html`<li>
    <h2><a href="/patterns/#${id}">${name}</a></h2>
    <p>${summary}</p>
    <dl>
      <dt>Use it when</dt>
      <dd>${useWhen}</dd>
      <dt>Not when</dt>
      <dd>${notWhen}</dd>
      <dt>It costs</dt>
      <dd>${costs}</dd>
    </dl>
    ${sources.length === 0 ? '' : sourceLinks(sources.map((each) => source(each)))}
  </li>`
}

function number({ value, unit, label, caveat, measuredBy, sources }: Figure): Html {
  return html`<figure class="number">
    <p><b>${value}</b> ${unit}</p>
    <figcaption>
      ${label}. ${caveat ?? ''}
      ${sourceLinks(
        sources.map((each) => source(each)),
        measuredBy,
      )}
    </figcaption>
  </figure>`
}
