import { readFile } from 'node:fs/promises'
import path from 'node:path'

import type { DeckEntry } from '@five-pillars/content'

import type { SitePage, View } from '../frame/site-page.ts'
import { once } from '../once.ts'
import { allPages } from '../pages.ts'
import type { DeckPdfs } from '../pdf/deck-pdfs.ts'
import { readDeckSlides } from '../search/deck-slides.ts'
import { shelf } from '../shelf.ts'
import type { Card } from './card-markup.ts'
import { drawCards } from './draw-cards.ts'
import { siteAddress } from './site-address.ts'
import { siteFiles } from './site-files.ts'
import { cardOf } from './site-head.ts'
import { writeSite } from './write-site.ts'
import type { SiteFile, WrittenSite } from './write-site.ts'

export interface SiteOptions {
  /** The repository's folder. */
  root: string
  /** The folder to write to: new, empty, or of an earlier site. */
  out: string
  /** Where it will stand, a path or a whole address; default `/`. */
  base?: string | undefined
  /** The decks on paper; without them no card has a PDF. */
  pdfs?: DeckPdfs | undefined
  /** The browser that draws the pictures for links; default the first that is found. */
  browser?: string | undefined
  /** Builds decks and scripts; tests pass their own. */
  build?: ((onProgress: OnProgress) => Promise<void>) | undefined
  onProgress?: OnProgress | undefined
}

type OnProgress = (progress: { done: number; message: string }) => void

/** How the work divides when nothing was built before. */
const SHARES = { build: 0.7, print: 0.2, draw: 0.1 } as const

/**
 * Writes every page, every deck and every brief as files that any web server can serve, below any
 * path. What was built, printed or drawn before is not made again.
 *
 * @throws SiteError when the folder belongs to somebody else or the base is no address; what building
 * and printing throw.
 */
export async function buildSite(options: SiteOptions): Promise<WrittenSite> {
  const { root, out, browser } = options
  const address = siteAddress(options.base ?? '/')
  const tell: OnProgress = (progress) => options.onProgress?.(progress)
  await (options.build ?? turboBuildAll(root))(({ done, message }) =>
    tell({ done: done * SHARES.build, message }),
  )
  tell({ done: SHARES.build, message: 'printing decks' })
  const papers = (await options.pdfs?.(shelf.decks)) ?? []
  const pages = allPages(shelf)
  const view: View = {
    root,
    shelf,
    hasPdf: options.pdfs !== undefined,
    slides: once(() => readDeckSlides(root, shelf.decks)),
  }
  tell({ done: SHARES.build + SHARES.print, message: 'drawing pictures for links' })
  const cards = [...pages.map(pageCard), ...shelf.decks.map(deckCard)]
  const pictures = await drawCards({
    root,
    pillars: shelf.pillars,
    cards: cards.map(({ card }) => card),
    browser,
    onDrawn: (done) =>
      tell({ done: SHARES.build + SHARES.print + done * SHARES.draw, message: 'pictures' }),
  })
  return await writeSite(path.resolve(out), all())

  async function* all(): AsyncGenerator<SiteFile> {
    yield* siteFiles({ view, pages, address })
    for (const [index, file] of papers.entries()) {
      yield { name: `decks/${shelf.decks[index]?.id}.pdf`, body: await readFile(file) }
    }
    for (const [index, body] of pictures.entries()) {
      yield { name: cardOf(cards[index]?.at ?? '/').slice(1), body }
    }
  }
}

function pageCard({ at, title, description, pillar, section }: SitePage): {
  at: string
  card: Card
} {
  return { at, card: { title, description, pillar, kind: KIND[section ?? 'none'] } }
}

const KIND = {
  none: 'Talks and exercises',
  diagnose: 'Diagnose',
  'look-up': 'Look up',
  learn: 'Learn',
  talks: 'Talks',
  exercises: 'Exercise',
} as const

function deckCard({ id, title, subtitle, pillar, minutes }: DeckEntry): { at: string; card: Card } {
  const kind = `Talk, ${minutes} min`
  return { at: `/decks/${id}/`, card: { title, description: subtitle, pillar, kind } }
}

function turboBuildAll(root: string): (onProgress: OnProgress) => Promise<void> {
  return async (onProgress) => {
    const { buildDecks } = await import('@five-pillars/deck-kit/build')
    const shares = new Map<string, number>()
    await buildDecks({
      root,
      decks: shelf.decks.map(({ id }) => id),
      packages: ['@five-pillars/hub'],
      onProgress: ({ deck, done, message }) => {
        shares.set(deck, done)
        const sum = [...shares.values()].reduce((total, share) => total + share, 0)
        onProgress({ done: sum / shelf.decks.length, message: `${deck}: ${message}` })
      },
    })
  }
}
