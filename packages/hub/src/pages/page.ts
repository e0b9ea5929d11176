import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

export interface PageParts {
  title: string
  main: Html
  /** The pillar whose colour the page wears. */
  pillar?: string | undefined
  /** Reloads the page after this many seconds where scripts do not run. */
  refreshSeconds?: number
}

/** The frame of every page of the hub: one style sheet, one script, a way to skip to the content. */
export function page(parts: PageParts): Html {
  const { title, main, pillar, refreshSeconds } = parts
  return html`<!doctype html>
    <html lang="en" data-pillar="${pillar ?? 'none'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="/assets/icon.svg" />
        ${sheets.map((name) => html`<link rel="stylesheet" href="/assets/${name}.css" />`)}
        <script src="/assets/hub.js"></script>
        ${refreshSeconds === undefined ? '' : refreshWithoutScripts(refreshSeconds)}
      </head>
      <body>
        <a class="skip" href="#content">Skip to content</a>
        <header class="bar">
          <a class="brand" href="/">${brandMark} Five Pillars</a>
          <button class="theme" type="button" data-theme-toggle hidden>Dark</button>
        </header>
        <main id="content" tabindex="-1">${main}</main>
        <footer class="foot">
          <p>Everything here comes from this machine; no page asks another one for anything.</p>
        </footer>
      </body>
    </html>`
}

/** In the order in which they build on each other; the first two are the theme's. */
const sheets = ['tokens', 'fonts', 'base', 'columns', 'cards', 'prose', 'narrow'] as const

function refreshWithoutScripts(seconds: number): Html {
  return html`<noscript><meta http-equiv="refresh" content="${seconds}" /></noscript>`
}

export const brandMark = html`<svg class="mark" viewBox="0 0 24 20" aria-hidden="true">
  <path d="M1 1.5h22M1 18.5h22M3 4v12M7.5 4v12M12 4v12M16.5 4v12M21 4v12" />
</svg>`
