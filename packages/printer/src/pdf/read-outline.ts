import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRef, PDFString } from 'pdf-lib'
import type { PDFDocument, PDFObject } from 'pdf-lib'

export interface OutlineEntry {
  readonly title: string
  /** Counted from 1; undefined where it leads to no page of this file. */
  readonly page: number | undefined
}

/** Limits the walk through outlines, whose entries point at each other. */
const MOST_OUTLINE_ENTRIES = 10_000

/** The entries of an outline and all below them, in reading order. */
export function readOutline(pdf: PDFDocument): OutlineEntry[] {
  const pages = new Map(pdf.getPages().map(({ ref }, index) => [ref, index + 1]))
  const entries: OutlineEntry[] = []
  const visit = (entry: PDFDict | undefined): void => {
    let at = entry
    while (at !== undefined) {
      if (entries.length === MOST_OUTLINE_ENTRIES) throw new Error('the outline does not end')
      entries.push({ title: textOf(at.lookup(PDFName.of('Title'))), page: pageOf(at, pages) })
      visit(at.lookupMaybe(PDFName.of('First'), PDFDict))
      at = at.lookupMaybe(PDFName.of('Next'), PDFDict)
    }
  }
  const root = pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)
  visit(root?.lookupMaybe(PDFName.of('First'), PDFDict))
  return entries
}

/** Chromium writes where an entry leads to into the entry itself (ISO 32000-1, 12.3.2.2). */
function pageOf(entry: PDFDict, pages: ReadonlyMap<PDFRef, number>): number | undefined {
  const target = entry.lookup(PDFName.of('Dest'))
  const page = target instanceof PDFArray ? target.get(0) : undefined
  return page instanceof PDFRef ? pages.get(page) : undefined
}

function textOf(object: PDFObject | undefined): string {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : ''
}
