import { ParseSpeeds, PDFDict, PDFDocument, PDFName } from 'pdf-lib'

import { assertPdf } from './assert-pdf.ts'
import type { ExpectedPdf } from './assert-pdf.ts'
import type { Fallback } from './fallback-fonts.ts'
import { fallbackFonts } from './fallback-fonts.ts'
import { factsOf } from './read-pdf.ts'
import { renumberNodes } from './renumber-nodes.ts'

export interface PrintedPdf {
  bytes: Uint8Array
  pages: number
  fallbacks: Fallback[]
}

/** Writes title and author into a PDF, which Chromium cannot, and reads it back as a reader would. */
export async function finishPdf(
  printed: Uint8Array,
  expected: ExpectedPdf,
  families: readonly string[],
): Promise<PrintedPdf> {
  const pdf = await PDFDocument.load(printed, {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
  })
  pdf.setTitle(expected.title, { showInWindowTitleBar: true })
  pdf.setAuthor(expected.author)
  pdf.setCreator('Five Pillars')
  setDate(pdf, expected.date)
  renumberNodes(pdf)
  const facts = factsOf(pdf)
  const bytes = await pdf.save({ objectsPerTick: Number.POSITIVE_INFINITY })
  assertPdf(facts, bytes.length, expected)
  return { bytes, pages: facts.pages, fallbacks: fallbackFonts(facts, families) }
}

/** Chromium writes the time of printing: with the deck's own, or none, the same deck is the same file. */
function setDate(pdf: PDFDocument, date: Date | undefined): void {
  if (date !== undefined) {
    pdf.setCreationDate(date)
    pdf.setModificationDate(date)
    return
  }
  const info = pdf.context.lookup(pdf.context.trailerInfo.Info)
  if (!(info instanceof PDFDict)) return
  info.delete(PDFName.of('CreationDate'))
  info.delete(PDFName.of('ModDate'))
}
