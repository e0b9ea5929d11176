import type { Pillar, PillarId } from '@five-pillars/content'
import { columnPath } from '@five-pillars/deck-kit/columns'
import { html } from 'hono/html'

import type { Html } from '../frame/html.ts'

/** What a picture for links shows. */
export interface Card {
  title: string
  description: string
  /** What sort of page it is: `Talk, 25 min`. */
  kind: string
  /** The column that is filled; all of them where the page is about the whole. */
  pillar?: PillarId | undefined
}

/** Pixels of the picture, as those who show links ask for it. */
export const CARD_SIZE = { width: 1200, height: 630 } as const

const COLUMN_HEIGHT = 250

/** The picture as the body of a page in the theme's look. */
export function cardMarkup(card: Card, pillars: readonly Pillar[]): Html {
  return html`<main class="card" data-pillar="${card.pillar ?? 'none'}">
    <p class="kind">${card.kind}</p>
    <h1>${card.title}</h1>
    <p class="what">${card.description}</p>
    <svg viewBox="0 -${COLUMN_HEIGHT} 420 ${COLUMN_HEIGHT}" aria-hidden="true">
      ${pillars.map(
        ({ id }, index) =>
          html`<path
            data-pillar="${id}"
            class="${card.pillar === undefined || card.pillar === id ? 'filled' : ''}"
            transform="translate(${index * 90})"
            d="${columnPath(COLUMN_HEIGHT).outline}"
          />`,
      )}
    </svg>
    <p class="site">Five Pillars of distributed systems</p>
  </main>`
}

/** Beside the theme's colours and fonts. */
export const CARD_STYLE = `
  body { margin: 0; }
  .card {
    background: var(--fp-paper); box-sizing: border-box; color: var(--fp-ink);
    font-family: var(--fp-sans); height: ${CARD_SIZE.height}px; padding: 64px 72px;
    position: relative; width: ${CARD_SIZE.width}px; border-top: 14px solid var(--fp-accent-line);
  }
  .card p, .card h1 { margin: 0; }
  .kind { color: var(--fp-accent-text); font-size: 30px; font-weight: 600; }
  h1 { font-size: 84px; font-weight: 600; letter-spacing: -0.02em; line-height: 1.05; margin-top: 18px !important; max-width: 1050px; text-wrap: balance; }
  .what { font-size: 34px; line-height: 1.3; margin-top: 26px !important; max-width: 560px; text-wrap: pretty; }
  svg { bottom: 64px; height: 250px; position: absolute; right: 72px; width: 420px; }
  path { fill: none; stroke: var(--fp-line); stroke-width: 1.5; }
  path.filled { fill: var(--fp-accent-fill); stroke: var(--fp-accent-line); }
  .site { bottom: 64px; color: var(--fp-ink-soft); font-size: 26px; position: absolute; }
`
