import { PrinterError } from '../printer-error.ts'
import type { PdfFacts } from './read-pdf.ts'

export interface ExpectedPdf {
  deck: string
  /** Default: as many as it takes. */
  pages?: number
  title: string
  author: string
  /** When what is printed was made; default: the file has no date. */
  date?: Date | undefined
  /** The heading of the first slide: the trap is a file of the right length with blank pages. */
  firstText: string
  /** Texts that stand somewhere in it: the ends of what may go on over pages. */
  endings?: readonly string[]
}

/** A page of slides with embedded fonts is larger than this; a blank one is a few hundred bytes. */
const LEAST_BYTES_A_PAGE = 1000
const MOST_QUOTED = 40

/** @throws PrinterError `pdf-wrong` with everything that is not as it was to be. */
export function assertPdf(facts: PdfFacts, bytes: number, expected: ExpectedPdf): void {
  const wrong: string[] = []
  const text = plain(facts.textOf(1))
  if (expected.pages !== undefined && facts.pages !== expected.pages)
    wrong.push(`${facts.pages} pages for ${expected.pages} slides`)
  if (!text.includes(plain(expected.firstText))) {
    wrong.push(`"${expected.firstText}" is not in the text of page 1`)
  }
  const whole = expected.endings === undefined ? '' : wholeText(facts)
  const lost = expected.endings?.find((ending) => !whole.includes(plain(ending)))
  if (lost !== undefined) wrong.push(`"${lost}" is cut off`)
  if (bytes < facts.pages * LEAST_BYTES_A_PAGE) wrong.push(`${bytes} bytes, too few to hold slides`)
  if (facts.fonts.length === 0) wrong.push('no font')
  for (const { name, type, isEmbedded } of facts.fonts) {
    if (type !== 'Type3' && !isEmbedded) wrong.push(`the font ${name} is not embedded`)
  }
  if (facts.fonts.some(({ type }) => type === 'Type3')) wrong.push(typeThree(facts))
  if (facts.outline.length === 0) wrong.push('no outline')
  if (!facts.isTagged) wrong.push('no tags for screen readers')
  if (facts.title !== expected.title) wrong.push(`title "${facts.title}", not "${expected.title}"`)
  if (facts.author !== expected.author) wrong.push(`author "${facts.author}"`)
  if (wrong.length > 0)
    throw new PrinterError('pdf-wrong', `"${expected.deck}": ${wrong.join('; ')}.`)
}

/** Outlined letters and coloured emoji end up in such a font: the text tells which they are. */
function typeThree(facts: PdfFacts): string {
  const pages = Array.from({ length: facts.pages }, (_, index) => index + 1)
  const where = pages.flatMap((page) =>
    facts
      .runsOf(page)
      .filter(({ type }) => type === 'Type3')
      .map(({ text }) => `"${text.slice(0, MOST_QUOTED)}" on page ${page}`),
  )
  return `a Type 3 font for ${where[0] ?? 'text that no page shows'}`
}

function wholeText({ pages, textOf }: PdfFacts): string {
  return plain(Array.from({ length: pages }, (_, index) => textOf(index + 1)).join(''))
}

/** Blanks and the width of letters are a matter of layout, which a PDF keeps in its own way. */
function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, '')
}
