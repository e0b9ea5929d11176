import type { ExerciseEntry } from '@five-pillars/content'
import { html } from 'hono/html'

import { command } from './command.ts'
import { icon } from './icon.ts'
import type { Html } from './page.ts'

/** One exercise on the home page: what is to be written, its brief and the command that checks it. */
export function exerciseCard(exercise: ExerciseEntry): Html {
  const address = `/exercises/${exercise.slug}/`
  return html`<article class="card" data-pillar="${exercise.pillar}">
    <div class="card-head">
      ${icon(exercise.pillar)}
      <h3><a href="${address}">${exercise.title}</a></h3>
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
