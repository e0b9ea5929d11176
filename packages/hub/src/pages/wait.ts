import type { DeckEntry } from '@five-pillars/content'
import { html } from 'hono/html'

import type { BuildState } from '../builds.ts'
import { frame } from '../frame/frame.ts'
import type { Html } from '../frame/html.ts'
import type { SitePage } from '../frame/site-page.ts'
import { buildLabel } from './build-label.ts'
import { command } from './command.ts'

const REFRESH_SECONDS = 1

/** Stands in a deck's place until it is built; the script, or the reload without one, opens it. */
export function waitPage(deck: DeckEntry, pages: readonly SitePage[], state: BuildState): Html {
  const { kind, text, percent } = buildLabel(state)
  const main = html`<section class="wait" data-deck="${deck.id}" data-build="${kind}" data-opens>
    <p class="meta">${deck.title}</p>
    <h1 data-build-text>${text}</h1>
    <progress max="100" value="${percent}" aria-label="Build of ${deck.title}"></progress>
    <p class="lead">
      The talk opens by itself. It is built once; after that it opens at once, with no network.
    </p>
    <p class="meta" data-build-message>${state.kind === 'building' ? state.message : ''}</p>
  </section>`
  const title = `${deck.title}: building`
  return frame({
    title,
    main,
    pages,
    section: 'talks',
    pillar: deck.pillar,
    refreshSeconds: REFRESH_SECONDS,
  })
}

/** What the build said last, the command that repeats it by hand, and a way to try again. */
export function failedPage(
  deck: DeckEntry,
  pages: readonly SitePage[],
  lines: readonly string[],
): Html {
  const main = html`<section class="wait">
    <p class="meta">${deck.title}</p>
    <h1>The build failed</h1>
    <p class="lead">Repeat it in a terminal, in the kit's folder, to see all of its output:</p>
    ${command('Repeat the build', buildCommand(deck))}
    <h2>The last it said</h2>
    <pre
      class="log"
      tabindex="0"
      role="group"
      aria-label="Last lines of the build"
    ><code>${lines.join('\n')}</code></pre>
    <form class="actions" method="post" action="/decks/${deck.id}/build">
      <button class="button strong" type="submit">Build again</button>
      <a class="button" href="/talks/">All talks</a>
    </form>
  </section>`
  return frame({
    title: `${deck.title}: build failed`,
    main,
    pages,
    section: 'talks',
    pillar: deck.pillar,
  })
}

function buildCommand(deck: DeckEntry): string {
  return `npx turbo run build --filter=${deck.package}`
}
