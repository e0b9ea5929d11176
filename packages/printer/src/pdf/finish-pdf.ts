import { ParseSpeeds, PDFDocument } from 'pdf-lib'

import { assertPdf } from './assert-pdf.ts'
import type { ExpectedPdf } from './assert-pdf.ts'
import type { Fallback } from './fallback-fonts.ts'
import { fallbackFonts } from './fallback-fonts.ts'
import { factsOf } from './read-pdf.ts'

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
  const facts = factsOf(pdf)
  const bytes = await pdf.save({ objectsPerTick: Number.POSITIVE_INFINITY })
  assertPdf(facts, bytes.length, expected)
  return { bytes, pages: facts.pages, fallbacks: fallbackFonts(facts, families) }
}
