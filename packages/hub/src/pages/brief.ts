import type { ExerciseEntry, Pillar } from '@five-pillars/content'
import { html } from 'hono/html'

import type { SitePage } from '../frame/site-page.ts'
import { command } from './command.ts'
import { documentText } from './document.ts'
import { icon } from './icon.ts'

/** An exercise's brief as a page in its pillar's colour, with the commands that go with it. */
export function briefPage(exercise: ExerciseEntry, pillar: Pillar): SitePage {
  return {
    at: `/exercises/${exercise.slug}/`,
    title: exercise.title,
    description: exercise.sentence,
    section: 'exercises',
    pillar: pillar.id,
    main: ({ root }) =>
      html`<div class="brief">
        <p class="meta">
          ${icon(pillar.id)} ${pillar.name} · ${exercise.minutes} min · ${exercise.level}
        </p>
        <article class="prose">${documentText(root, `${exercise.path}/README.md`)}</article>
        <aside aria-label="Commands">
          ${command('Check against the visible tests', `npx five-pillars check ${exercise.slug}`)}
          ${command('Ask for the verdict', `npx five-pillars judge ${exercise.slug}`)}
          <p class="actions">
            <a class="button" href="/decks/${exercise.deck}/">The talk before it</a>
            <a class="button" href="/exercises/">All exercises</a>
          </p>
        </aside>
      </div>`,
  }
}
