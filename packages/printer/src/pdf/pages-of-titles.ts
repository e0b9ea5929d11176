import { PDFDocument } from 'pdf-lib'

import { readOutline } from './read-outline.ts'

/**
 * Where each heading of a printed handout is: its text, in one line, and its page, counted from 1. Of
 * two with the same text it is the first.
 *
 * @throws {Error} where the bytes are no PDF
 */
export async function pagesOfTitles(bytes: Uint8Array): Promise<ReadonlyMap<string, number>> {
  const pages = new Map<string, number>()
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  for (const { title, page } of readOutline(pdf)) {
    const text = title.normalize('NFKC').replaceAll(/\s+/g, ' ').trim()
    if (page !== undefined && !pages.has(text)) pages.set(text, page)
  }
  return pages
}
