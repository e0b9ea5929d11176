import { html } from 'hono/html'

import type { SitePage } from '../frame/site-page.ts'
import { documentText } from './document.ts'

/** The host's guide, as it is also printed. */
export const guidePage: SitePage = {
  at: '/guide/',
  title: 'The host’s guide',
  label: 'Host’s guide',
  section: 'talks',
  description: 'A workshop day, from the week before to the week after, with what to type.',
  main: ({ root }) =>
    html`<article class="prose page">${documentText(root, 'packages/console/GUIDE.md')}</article>`,
}
