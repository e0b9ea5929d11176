import type { ExerciseEntry, Pillar } from '@five-pillars/content'
import { html, raw } from 'hono/html'

import { markdown } from '../markdown.ts'
import { command } from './command.ts'
import { icon } from './icon.ts'
import { page } from './page.ts'
import type { Html } from './page.ts'

/** An exercise's brief as a page in its pillar's colour, with the commands that go with it. */
export function briefPage(exercise: ExerciseEntry, pillar: Pillar, source: string): Html {
  const main = html`<div class="brief">
    <p class="meta">
      ${icon(pillar.id)} ${pillar.name} · ${exercise.minutes} min · ${exercise.level}
    </p>
    <article class="prose">${raw(markdown(source))}</article>
    <aside aria-label="Commands">
      ${command('Check against the visible tests', `npx five-pillars check ${exercise.slug}`)}
      ${command('Ask for the verdict', `npx five-pillars judge ${exercise.slug}`)}
      <p class="actions">
        <a class="button" href="/decks/${exercise.deck}/">The talk before it</a>
        <a class="button" href="/">Home</a>
      </p>
    </aside>
  </div>`
  return page({ title: `${exercise.title}: brief`, main, pillar: pillar.id })
}
