import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from 'pdf-lib'
import type { PDFObject } from 'pdf-lib'

import type { GlyphRun } from './read-glyphs.ts'
import { baseFontOf, decodeStream, nameIn, readGlyphs } from './read-glyphs.ts'

/** What a reader of a PDF gets, as far as the printer promises it. */
export interface PdfFacts {
  pages: number
  title: string
  author: string
  isTagged: boolean
  /** The titles of the outline, in reading order. */
  outline: string[]
  fonts: { name: string; type: string; isEmbedded: boolean }[]
  /** The text of one page, counted from 1, as it can be selected. */
  textOf: (page: number) => string
  /** The same, with the font of each part. */
  runsOf: (page: number) => GlyphRun[]
}

/** Limits the walk through outlines, whose entries point at each other. */
const MOST_OUTLINE_ENTRIES = 10_000

/** Reads back a PDF that Chromium printed. */
export async function readPdf(bytes: Uint8Array): Promise<PdfFacts> {
  return factsOf(await PDFDocument.load(bytes, { updateMetadata: false }))
}

export function factsOf(pdf: PDFDocument): PdfFacts {
  const { catalog } = pdf
  return {
    pages: pdf.getPageCount(),
    title: pdf.getTitle() ?? '',
    author: pdf.getAuthor() ?? '',
    isTagged: catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict) !== undefined,
    outline: outlineOf(pdf),
    fonts: fontsOf(pdf),
    textOf: (page) =>
      runsOf(pdf, page)
        .map(({ text }) => text)
        .join(''),
    runsOf: (page) => runsOf(pdf, page),
  }
}

function runsOf(pdf: PDFDocument, page: number): GlyphRun[] {
  const { node } = pdf.getPage(page - 1)
  const resources = node.Resources()
  return resources === undefined ? [] : readGlyphs(contentOf(pdf, node.Contents()), resources)
}

function outlineOf(pdf: PDFDocument): string[] {
  const titles: string[] = []
  const visit = (entry: PDFDict | undefined): void => {
    let at = entry
    while (at !== undefined) {
      if (titles.length === MOST_OUTLINE_ENTRIES) throw new Error('the outline does not end')
      titles.push(textOf(at.lookup(PDFName.of('Title'))))
      visit(at.lookupMaybe(PDFName.of('First'), PDFDict))
      at = at.lookupMaybe(PDFName.of('Next'), PDFDict)
    }
  }
  const root = pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)
  visit(root?.lookupMaybe(PDFName.of('First'), PDFDict))
  return titles
}

function textOf(object: PDFObject | undefined): string {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : ''
}

function fontsOf(pdf: PDFDocument): PdfFacts['fonts'] {
  const dicts = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
  const fonts = dicts.filter((dict) => nameIn(dict, 'Type') === 'Font')
  // A composite font has its file at its descendant, which is in the list itself.
  return fonts
    .filter((font) => nameIn(font, 'Subtype') !== 'Type0')
    .map((font) => {
      const descriptor = font.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)
      const files = ['FontFile', 'FontFile2', 'FontFile3'].map((key) => PDFName.of(key))
      return {
        name: baseFontOf(font),
        type: nameIn(font, 'Subtype'),
        isEmbedded: files.some((key) => descriptor?.has(key) === true),
      }
    })
}

function contentOf(pdf: PDFDocument, contents: PDFObject | undefined): string {
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents]
  return streams
    .map((each) => pdf.context.lookup(each))
    .map((stream) => (stream instanceof PDFRawStream ? decodeStream(stream) : ''))
    .join('\n')
}
