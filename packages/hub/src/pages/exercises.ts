import { html } from 'hono/html'

import type { SitePage } from '../frame/site-page.ts'
import { exerciseCard } from './exercise-card.ts'

/** Every exercise with the command that checks it. */
export const exercisesPage: SitePage = {
  at: '/exercises/',
  title: 'Exercises',
  label: 'Exercises',
  section: 'exercises',
  description: 'Small parts of a real shop, written by you and judged while machines fail.',
  main: ({ shelf }) =>
    html`<section class="page" aria-labelledby="title">
      <h1 id="title">Exercises</h1>
      <p class="lead">
        You write one file. It is tested, run in a simulated world that breaks on purpose, and
        judged by promises that its brief makes in advance.
      </p>
      <div class="cards">${shelf.exercises.map(exerciseCard)}</div>
    </section>`,
}
