import type { ExerciseEntry } from '@five-pillars/content'
import { html } from 'hono/html'

import type { Html } from '../frame/html.ts'
import { command } from './command.ts'
import { icon } from './icon.ts'

/** One exercise: what is to be written, its brief and the command that checks it. */
export function exerciseCard(exercise: ExerciseEntry): Html {
  const address = `/exercises/${exercise.slug}/`
  return html`<article class="card" data-pillar="${exercise.pillar}">
    <div class="card-head">
      ${icon(exercise.pillar)}
      <h2><a href="${address}">${exercise.title}</a></h2>
      <p class="meta">${exercise.minutes} min · ${exercise.level}</p>
    </div>
    <p class="lead">${exercise.sentence}</p>
    ${command('Check your solution', `npx five-pillars check ${exercise.slug}`)}
    <p class="actions">
      <a class="button strong" href="${address}" aria-label="Brief of ${exercise.title}">Brief</a>
      <a class="button" href="/decks/${exercise.deck}/">The talk before it</a>
    </p>
  </article>`
}
