import { pillar, stack } from '@five-pillars/content'
import type { StackRow } from '@five-pillars/content'
import { asOfText } from '@five-pillars/deck-kit/as-of'
import { html } from 'hono/html'

import type { Html } from '../frame/html.ts'
import type { SitePage } from '../frame/site-page.ts'
import { icon } from './icon.ts'
import { said } from './said.ts'

/** What one would look at for each pillar, by provider and today's names. */
export const productsPage: SitePage = {
  at: '/products/',
  title: 'Products',
  label: 'Products',
  section: 'look-up',
  description: 'What each pillar is called at AWS, Google Cloud, Azure and in open source today.',
  main: () =>
    html`<section class="page" aria-labelledby="title">
      <h1 id="title">Products</h1>
      <p class="lead">
        Where to look for each pillar, by today’s names. Products do not make a pillar: what each
        row says last stays yours.
      </p>
      <table class="products">
        <thead>
          <tr>
            <th scope="col">Pillar</th>
            <th scope="col">AWS</th>
            <th scope="col">Google Cloud</th>
            <th scope="col">Azure</th>
            <th scope="col">Open source</th>
          </tr>
        </thead>
        ${stack.map(rows)}
      </table>
    </section>`,
}

function rows({ id, asOf, aws, googleCloud, azure, openSource, caveat, sources }: StackRow): Html {
  return html`<tbody id="${id}" data-pillar="${id}">
    <tr>
      <th scope="row"><span class="pattern-name">${icon(id)} ${pillar(id).name}</span></th>
      ${cell('AWS', aws)} ${cell('Google Cloud', googleCloud)} ${cell('Azure', azure)}
      ${cell('Open source', openSource)}
    </tr>
    <tr>
      <td></td>
      <td colspan="4">
        ${caveat} <span class="meta">Names checked in ${asOfText(asOf)}.</span> ${said(sources)}
      </td>
    </tr>
  </tbody>`
}

function cell(provider: string, names: readonly string[]): Html {
  return html`<td data-head="${provider}">
    <ul>
      ${names.map((name) => html`<li>${name}</li>`)}
    </ul>
  </td>`
}
