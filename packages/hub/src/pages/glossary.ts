import { glossary, pillar } from '@five-pillars/content'
import type { Term } from '@five-pillars/content'
import { html } from 'hono/html'

import type { Html } from '../frame/html.ts'
import type { SitePage } from '../frame/site-page.ts'
import { icon } from './icon.ts'
import { said } from './said.ts'

/** Every term of slides, briefs and messages. */
export const glossaryPage: SitePage = {
  at: '/glossary/',
  title: 'Glossary',
  label: 'Glossary',
  section: 'look-up',
  description: 'Every word that slides, briefs and messages use, in one or two sentences each.',
  main: () => {
    const letters = Map.groupBy(glossary, ({ term }) => term.slice(0, 1).toUpperCase())
    return html`<section class="page" aria-labelledby="title">
      <h1 id="title">Glossary</h1>
      <p class="lead">
        ${glossary.length} words as slides, briefs and messages use them. Elsewhere some of them
        mean other things.
      </p>
      <nav class="letters" aria-label="Letters">
        ${[...letters.keys()].map((letter) => html`<a href="#letter-${letter}">${letter}</a>`)}
      </nav>
      ${[...letters].map(
        ([letter, terms]) =>
          html`<section class="letter" aria-labelledby="letter-${letter}">
            <h2 id="letter-${letter}" tabindex="-1">${letter}</h2>
            <dl>${terms.map(entry)}</dl>
          </section>`,
      )}
    </section>`
  },
}

function entry({ id, term, also, meaning, sources, pillar: own, pattern }: Term): Html {
  return html`<div id="${id}" class="term" data-pillar="${own ?? 'none'}">
    <dt>
      ${term}
      ${own === undefined ? '' : html`<span class="of">${icon(own)} ${pillar(own).name}</span>`}
    </dt>
    <dd>
      ${meaning}
      ${also === undefined ? '' : html`<span class="said">Also: ${also.join(', ')}</span>`}
      ${sources === undefined ? '' : said(sources)}
      ${
        pattern === undefined
          ? ''
          : html`<span class="said"><a href="/patterns/#${pattern}">When to use it</a></span>`
      }
    </dd>
  </div>`
}
