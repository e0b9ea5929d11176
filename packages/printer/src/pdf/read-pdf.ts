import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import type { PDFObject } from 'pdf-lib'

import type { GlyphRun } from './read-glyphs.ts'
import { baseFontOf, decodeStream, nameIn, readGlyphs } from './read-glyphs.ts'
import { readOutline } from './read-outline.ts'

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
    outline: readOutline(pdf).map(({ title }) => title),
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
