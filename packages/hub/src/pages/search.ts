import { html } from 'hono/html'

import type { SitePage } from '../frame/site-page.ts'

/** Full text of slides, what is said to them, briefs, patterns, symptoms and glossary. */
export const searchPage: SitePage = {
  at: '/search/',
  title: 'Search',
  description:
    'Search slides, what is said to them, briefs, patterns and the glossary; works offline.',
  islands: ['search'],
  main: () =>
    html`<section class="page" aria-labelledby="title">
      <h1 id="title">Search</h1>
      <p class="lead">
        Slides and what is said to them, briefs, patterns, symptoms and the glossary. The search
        runs on this machine, also offline.
      </p>
      <div data-results>
        <noscript
          ><p>
            The search is a script. Without one, the <a href="/glossary/">glossary</a> and the
            <a href="/patterns/">patterns</a> lead to most things.
          </p></noscript
        >
      </div>
    </section>`,
}
