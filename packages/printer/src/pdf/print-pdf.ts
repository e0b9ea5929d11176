import type { Page } from 'playwright'

import { flattenHalos } from '../page/flatten-halos.ts'
import type { PrintedPdf } from './finish-pdf.ts'
import { printPage } from './print-page.ts'

export interface PdfJob {
  deck: string
  title: string
  author: string
  date: Date
}

/** One page for each container, and nothing that Slidev or Mermaid keep outside of their slides. */
const ONE_PAGE_EACH = `
  .print-slide-container:last-child { break-after: auto !important }
  body > :not(#app) { display: none !important }
`

/**
 * Prints what the page shows, one PDF page for each slide in it, and reads the result back.
 *
 * @throws PrinterError `pdf-wrong`.
 */
export async function printPdf(page: Page, job: PdfJob): Promise<PrintedPdf> {
  const [, slides] = await Promise.all([page.evaluate(flattenHalos), page.evaluate(readSlides)])
  const size = `@page { size: ${slides.width}px ${slides.height}px; margin: 0 }`
  await page.addStyleTag({ content: `${ONE_PAGE_EACH}${size}` })
  const { count, firstText, families } = slides
  return await printPage(page, { ...job, pages: count, firstText }, families)
}

interface SlidesInPage {
  count: number
  width: number
  height: number
  firstText: string
  /** The font families that the deck brings. */
  families: string[]
}

/** Runs inside the page. */
function readSlides(): SlidesInPage {
  const containers = document.querySelectorAll<HTMLElement>('.print-slide-container')
  const first = containers[0]
  const heading = first?.querySelector<HTMLElement>('h1, h2, h3') ?? first
  return {
    count: containers.length,
    width: first?.offsetWidth ?? 0,
    height: first?.offsetHeight ?? 0,
    firstText: heading?.innerText.trim() ?? '',
    families: [...document.fonts].map(({ family }) => family),
  }
}
