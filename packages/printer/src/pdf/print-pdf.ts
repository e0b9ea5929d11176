import { PDFDocument } from 'pdf-lib'
import type { Page } from 'playwright'

import { flattenHalos } from '../page/flatten-halos.ts'
import { assertPdf } from './assert-pdf.ts'
import type { Fallback } from './fallback-fonts.ts'
import { fallbackFonts } from './fallback-fonts.ts'
import { factsOf } from './read-pdf.ts'

export interface PdfJob {
  deck: string
  title: string
  author: string
}

/** One page for each container, and nothing that Slidev or Mermaid keep outside of their slides. */
const ONE_PAGE_EACH = `
  .print-slide-container:last-child { break-after: auto !important }
  body > :not(#app) { display: none !important }
`

export interface PrintedPdf {
  bytes: Uint8Array
  pages: number
  fallbacks: Fallback[]
}

/**
 * Prints what the page shows, one PDF page for each slide in it, and reads the result back.
 *
 * @throws PrinterError `pdf-wrong`.
 */
export async function printPdf(page: Page, job: PdfJob): Promise<PrintedPdf> {
  await page.addStyleTag({ content: ONE_PAGE_EACH })
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(flattenHalos)
  const slides = await page.evaluate(readSlides)
  const printed = await page.pdf({
    width: `${slides.width}px`,
    height: `${slides.height}px`,
    printBackground: true,
    preferCSSPageSize: true,
    tagged: true,
    outline: true,
  })
  const pdf = await PDFDocument.load(printed, { updateMetadata: false })
  pdf.setTitle(job.title, { showInWindowTitleBar: true })
  pdf.setAuthor(job.author)
  pdf.setCreator('Five Pillars')
  const facts = factsOf(pdf)
  const bytes = await pdf.save()
  const { title, author, deck } = job
  assertPdf(facts, bytes.length, {
    deck,
    pages: slides.count,
    title,
    author,
    firstText: slides.firstText,
  })
  return { bytes, pages: facts.pages, fallbacks: fallbackFonts(facts, slides.families) }
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
