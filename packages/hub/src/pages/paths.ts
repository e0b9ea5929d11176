import {
  exerciseBySlug,
  learningPathMinutes,
  learningPaths,
  learningSteps,
  milestones,
  pattern,
  pillar,
  quickLinks,
} from '@five-pillars/content'
import type { LearningPath, LearningStep } from '@five-pillars/content'
import { html } from 'hono/html'

import type { Html } from '../frame/html.ts'
import type { SitePage } from '../frame/site-page.ts'
import { flow } from './flow.ts'
import { icon } from './icon.ts'
import { progressSection } from './progress.ts'

/** Where to begin, in which order, and what is reached on the way. */
export const pathsPage: SitePage = {
  at: '/learn/',
  title: 'Learning paths',
  label: 'Paths',
  section: 'learn',
  description: 'Four orders in which to go through talks and exercises, and what is reached when.',
  main: (view) =>
    html`<section class="page" aria-labelledby="title">
      <h1 id="title">Learning paths</h1>
      <p class="lead">
        Four orders of the same exercises. Nobody skips a pillar: an outage does not ask for a job
        title.
      </p>
      ${progressSection(view)} ${paths()}
      <section aria-labelledby="flow">
        <h2 id="flow">How it hangs together</h2>
        ${flow(view.shelf)}
      </section>
      ${quick()} ${reached()}
    </section>`,
}

function paths(): Html {
  return html`<section aria-labelledby="four">
    <h2 id="four">Four orders</h2>
    <div class="paths">${learningPaths.map(path)}</div>
  </section>`
}

function path(each: LearningPath): Html {
  const hours = (learningPathMinutes(each) / 60).toFixed(1)
  return html`<article class="path" id="${each.id}">
    <h3>${each.title}</h3>
    <p>${each.who}</p>
    <p class="meta">${each.focus}</p>
    <ol>
      ${learningSteps(each).map(stepRow)}
    </ol>
    <p class="meta">${hours} hours in all</p>
    <p class="actions">
      <a class="button strong" href="/learn/plan/?path=${each.id}">Plan my weeks</a>
    </p>
  </article>`
}

function stepRow(step: LearningStep): Html {
  const address = step.kind === 'talk' ? `/decks/${step.id}/` : `/exercises/${step.id}/`
  return html`<li data-kind="${step.kind}" data-pillar="${step.entry.pillar ?? 'none'}">
    <a href="${address}">${step.title}</a>
    <span class="meta">${step.kind === 'talk' ? 'talk' : 'exercise'}, ${step.minutes} min</span>
  </li>`
}

function quick(): Html {
  return html`<section aria-labelledby="quick">
    <h2 id="quick">Straight to it</h2>
    <ul class="quick">
      ${quickLinks.map(
        ({ id, need, patterns, exercises }) =>
          html`<li data-pillar="${id}">
            <h3>${icon(id)} ${need}</h3>
            <p class="meta">${pillar(id).name}</p>
            <ul>
              ${patterns.map(
                (each) => html`<li><a href="/patterns/#${each}">${pattern(each).name}</a></li>`,
              )}
              ${exercises.map(
                (slug) =>
                  html`<li>
                    <a href="/exercises/${slug}/">${exerciseBySlug(slug).title}</a>, exercise
                  </li>`,
              )}
            </ul>
          </li>`,
      )}
    </ul>
  </section>`
}

/** Tests say when it is reached; the self-test is for what no test can see. */
function reached(): Html {
  return html`<section aria-labelledby="milestones">
    <h2 id="milestones">Milestones</h2>
    <p class="lead">
      Reached when tests say so. For what no test can see there are
      <a href="/learn/self-test/">questions to answer aloud</a>.
    </p>
    <ol class="milestones">
      ${milestones.map(({ title, sentence }) => html`<li><b>${title}</b> ${sentence}</li>`)}
    </ol>
  </section>`
}
