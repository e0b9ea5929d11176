import { html } from 'hono/html'

import type { SitePage } from '../frame/site-page.ts'

/** Sessions by the week, for a calendar. */
export const planPage: SitePage = {
  at: '/learn/plan/',
  title: 'Week plan',
  label: 'Week plan',
  section: 'learn',
  description:
    'Your first day and your hours a week: when each talk and exercise is, for your calendar.',
  islands: ['plan'],
  main: () =>
    html`<section class="page" aria-labelledby="title">
      <h1 id="title">Week plan</h1>
      <p class="lead">
        Say when you begin and how many hours a week you have. Nothing that fits into one sitting is
        cut in two.
      </p>
      <div data-plan>
        <noscript
          ><p>
            The plan is worked out by a script; the orders themselves are in
            <a href="/learn/">Paths</a>.
          </p></noscript
        >
      </div>
    </section>`,
}
