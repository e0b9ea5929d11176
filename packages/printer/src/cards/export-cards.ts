import path from 'node:path'

import { launchBrowser } from '@five-pillars/browser'
import type { PillarId } from '@five-pillars/content'
import { pillarById } from '@five-pillars/content'
import type { Browser } from 'playwright'

import { openOutFolder, writeWhole } from '../out-folder.ts'
import type { Paper } from '../pdf/paper.ts'
import { printPage } from '../pdf/print-page.ts'
import { PrinterError } from '../printer-error.ts'
import type { Progress } from '../progress.ts'
import type { BrowserChoice } from '../with-decks.ts'
import type { CardLook } from './card-look.ts'
import { cardPage } from './card-page.ts'
import { fitSides } from './fit-sides.ts'

export interface CardsOptions extends BrowserChoice {
  pillars: readonly PillarId[]
  look: CardLook
  /** The folder to write to; it is made when it does not exist. */
  out: string
  /** Default A4. */
  paper?: Paper | undefined
  /** The dark side of the theme; default light. */
  dark?: boolean | undefined
  /** Who the PDF names; default nobody. */
  author?: string | undefined
  onProgress?: ((progress: Progress) => void) | undefined
}

/** A card that is written; it has two pages, which are two sides on paper. */
export interface PrintedCard {
  pillar: PillarId
  path: string
  pages: number
}

/**
 * Prints a card for each pillar: its patterns on one side, the questions of a review on the other.
 *
 * @throws PrinterError `card-too-full`, `pdf-wrong`, `out-not-writable`.
 */
export async function exportCards(options: CardsOptions): Promise<PrintedCard[]> {
  const { browser: file, prefer, out } = options
  await openOutFolder(out)
  const browser = await launchBrowser({ path: file, prefer })
  try {
    const cards: PrintedCard[] = []
    for (const [index, pillar] of options.pillars.entries()) {
      const done = index / options.pillars.length
      options.onProgress?.({ deck: pillar, phase: 'print', done, message: `${pillar}: printing` })
      cards.push(await exportCard(browser, pillar, options))
    }
    return cards
  } finally {
    await browser.close()
  }
}

async function exportCard(
  browser: Browser,
  pillar: PillarId,
  { look, out, paper = 'a4', dark = false, author = '' }: CardsOptions,
): Promise<PrintedCard> {
  const { name } = pillarById(pillar)
  const scheme = dark ? 'dark' : 'light'
  const page = await browser.newPage()
  try {
    await page.setContent(cardPage(pillar, { look, paper, scheme }))
    await page.evaluate(() => document.fonts.ready)
    const [full] = await page.evaluate(fitSides)
    if (full !== undefined) {
      throw new PrinterError('card-too-full', `"${full}" of the ${name} card on ${paper}.`)
    }
    const endings = await page.evaluate(readEndings)
    const title = `${name}: patterns and questions`
    const expected = { deck: `${pillar}-card`, title, author, pages: 2, firstText: name, endings }
    const { bytes, pages } = await printPage(page, expected, [])
    const file = path.join(out, `${pillar}-card${dark ? '-dark' : ''}.pdf`)
    await writeWhole(file, bytes)
    return { pillar, path: file, pages }
  } finally {
    await page.close()
  }
}

/** Runs inside the page: how each row ends. */
function readEndings(): string[] {
  const ENDING_LENGTH = 24
  return [...document.querySelectorAll('tbody p, tbody td:not(.card-lines)')].map(
    ({ textContent }) => textContent.slice(-ENDING_LENGTH),
  )
}
