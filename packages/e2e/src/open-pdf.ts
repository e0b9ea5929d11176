import { readFile } from 'node:fs/promises'

import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface OpenedPdf {
  title: string
  outlineEntries: number
  /** The text of each page, without white space: where a line breaks is not text. */
  pages: string[]
  /** Every font of every page. */
  fonts: UsedFont[]
}

interface UsedFont {
  name: string
  type: string
  isEmbedded: boolean
  page: number
}

/** Opens a PDF with the reader that browsers use, which shares nothing with what printed it. */
export async function openPdf(file: string): Promise<OpenedPdf> {
  const loading = getDocument({
    data: new Uint8Array(await readFile(file)),
    fontExtraProperties: true,
    verbosity: 0,
  })
  const pdf = await loading.promise
  const fonts: UsedFont[] = []
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(squeezed(items.map((item) => ('str' in item ? item.str : '')).join('')))
    fonts.push(...(await fontsOf(page)))
  }
  const { info } = await pdf.getMetadata()
  const outline = await pdf.getOutline()
  await loading.destroy()
  return {
    title: 'Title' in info ? String(info.Title) : '',
    outlineEntries: outline?.length ?? 0,
    pages,
    fonts,
  }
}

export function squeezed(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, '')
}

async function fontsOf(page: PDFPageProxy): Promise<UsedFont[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const ids = fnArray.flatMap((operator, index) =>
    operator === OPS.setFont ? [String(argsArray[index]?.[0])] : [],
  )
  return [...new Set(ids)].map((id) => {
    const font: { name: string; type: string; missingFile: boolean } = page.commonObjs.get(id)
    return {
      name: font.name,
      type: font.type,
      isEmbedded: !font.missingFile,
      page: page.pageNumber,
    }
  })
}
