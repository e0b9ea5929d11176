import path from 'node:path'

import { launchBrowser } from '@five-pillars/browser'

import { openOutFolder, writeWhole } from '../out-folder.ts'
import type { Paper } from '../pdf/paper.ts'
import { printPage } from '../pdf/print-page.ts'
import type { BrowserChoice } from '../with-decks.ts'
import { guidePage, titleOf } from './guide-page.ts'

export interface ExportGuideOptions extends BrowserChoice {
  /** Markdown of this repository's own, with one heading of the whole. */
  source: string
  /** A style sheet with `--fp-…` colours and the fonts inside. */
  style: string
  /** The folder to write to; it is made when it does not exist. */
  out: string
  /** Default A4. */
  paper?: Paper | undefined
  author: string
}

/**
 * Prints the host's guide, to be kept beside the laptop.
 *
 * @throws PrinterError `pdf-wrong`, `out-not-writable`.
 */
export async function exportGuide(
  options: ExportGuideOptions,
): Promise<{ path: string; pages: number }> {
  const { source, style, out, paper = 'a4', author, browser: file, prefer } = options
  await openOutFolder(out)
  const browser = await launchBrowser({ path: file, prefer })
  try {
    const page = await browser.newPage()
    await page.setContent(guidePage({ source, style, paper }))
    await page.evaluate(() => document.fonts.ready)
    const endings = await page.evaluate(readEndings)
    const title = titleOf(source)
    const expected = { deck: 'host-guide', title, author, firstText: title, endings }
    const { bytes, pages } = await printPage(page, expected, [])
    const to = path.join(out, 'host-guide.pdf')
    await writeWhole(to, bytes)
    return { path: to, pages }
  } finally {
    await browser.close()
  }
}

/** Runs inside the page: how each row of a table ends. */
function readEndings(): string[] {
  const ENDING_LENGTH = 16
  return [...document.querySelectorAll('td')].map(({ textContent }) =>
    textContent.slice(-ENDING_LENGTH),
  )
}
