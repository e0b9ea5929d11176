import { html } from 'hono/html'

import type { Html } from './html.ts'
import { bar, sectionRow, siteMap } from './nav.ts'
import type { SectionId } from './sections.ts'
import type { SitePage } from './site-page.ts'

export interface FrameParts {
  title: string
  description?: string | undefined
  main: Html
  /** Every page that there is, for the way to them. */
  pages: readonly SitePage[]
  /** Its address; pages that stand for another one, such as an error, have none. */
  at?: string | undefined
  section?: SectionId | undefined
  /** The pillar whose colour the page wears. */
  pillar?: string | undefined
  islands?: readonly string[] | undefined
  /** Reloads the page after this many seconds where scripts do not run. */
  refreshSeconds?: number | undefined
  /** More for the head, such as what a static site says of itself. */
  head?: Html | undefined
}

const SITE = 'Five Pillars'

/** Every weight that is seen before anybody scrolls. */
const FONTS = ['ibm-plex-sans-latin-400-normal', 'ibm-plex-sans-latin-600-normal'] as const

/** The frame of every page: one style sheet, one script, a way past the bar, and all pages below. */
export function frame(parts: FrameParts): Html {
  const { title, description, main, pages, pillar, islands = [], refreshSeconds, head } = parts
  return html`<!doctype html>
    <html lang="en" data-pillar="${pillar ?? 'none'}" data-root="/">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title === SITE ? SITE : `${title} · ${SITE}`}</title>
        ${description === undefined ? '' : html`<meta name="description" content="${description}" />`}
        ${head ?? ''}
        <link rel="icon" href="/assets/icon.svg" />
        ${FONTS.map((name) => preload(`/assets/fonts/${name}.woff2`))}
        <link rel="stylesheet" href="/assets/site.css" />
        <script src="/assets/hub.js"></script>
        ${islands.map(
          (name) => html`<script type="module" src="/assets/islands/${name}.js"></script>`,
        )}
        ${refreshSeconds === undefined ? '' : refreshWithoutScripts(refreshSeconds)}
      </head>
      <body>
        <a class="skip" href="#content">Skip to content</a>
        ${bar(pages, parts)} ${sectionRow(pages, parts)}
        <main id="content" tabindex="-1">${main}</main>
        <footer class="foot">
          ${siteMap(pages)}
          <p>No page asks another machine for anything, and none keeps a cookie.</p>
        </footer>
      </body>
    </html>`
}

function preload(font: string): Html {
  return html`<link rel="preload" as="font" type="font/woff2" href="${font}" crossorigin />`
}

function refreshWithoutScripts(seconds: number): Html {
  return html`<noscript><meta http-equiv="refresh" content="${seconds}" /></noscript>`
}
