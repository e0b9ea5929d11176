import type { ExerciseEntry } from '@five-pillars/content'
import { html } from 'hono/html'

import type { Html } from '../frame/html.ts'
import { icon } from './icon.ts'

/** One exercise on the home page: what is to be written, and its brief. */
export function exerciseRow({
  slug,
  title,
  pillar,
  sentence,
  minutes,
  level,
}: ExerciseEntry): Html {
  return html`<li>
    <article class="entry" data-pillar="${pillar}">
      ${icon(pillar)}
      <div class="entry-text">
        <h3><a href="/exercises/${slug}/">${title}</a></h3>
        <p>${sentence}</p>
      </div>
      <p class="meta">${minutes} min · ${level}</p>
      <p class="actions">
        <a class="button strong" href="/exercises/${slug}/" aria-label="Brief of ${title}">Brief</a>
      </p>
    </article>
  </li>`
}
