import { pillars } from '@five-pillars/content'
import { columnPath } from '@five-pillars/deck-kit/columns'
import { PageSizes, rgb } from 'pdf-lib'
import type { PDFDocument, PDFFont, PDFPage } from 'pdf-lib'

import type { CertificateFonts } from './certificate-fonts.ts'

export interface CertificateText {
  /** Null: the ground line is left free to write it on. */
  readonly name: string | null
  readonly room: string
  readonly day: string
  readonly kit: string
  readonly lines: readonly CertificateLine[]
}

interface CertificateLine {
  readonly title: string
  readonly pillar: string
  /** Every promise at once, in one submission. */
  readonly isKept: boolean
  readonly kept: number
  readonly promises: number
  readonly points: number
  readonly total: number
}

/** All lengths in points, from the lower left corner of a page of A4 on its side. */
const MARGIN = 64
const RIGHT = PageSizes.A4[1] - MARGIN
/** The line that the columns stand on, and the name. */
const GROUND = 410
const COLUMN = { height: 150, scale: 0.6, step: 52 } as const
const NAME_WIDTH = RIGHT - MARGIN - 5 * COLUMN.step - 16
const NAME_SIZES = [46, 38, 32, 26, 21, 17, 14, 11, 8] as const
const FIRST_LINE = 322
const LINE_STEP = 25

const INK = rgb(0.106, 0.122, 0.141)
const SOFT = rgb(0.333, 0.361, 0.396)

/** Draws it on one page, in ink alone: any printer has that. */
export function drawCertificate(
  pdf: PDFDocument,
  fonts: CertificateFonts,
  text: CertificateText,
): void {
  const page = pdf.addPage([PageSizes.A4[1], PageSizes.A4[0]])
  const { regular, bold } = fonts
  const put = (
    said: string,
    x: number,
    y: number,
    size: number,
    font = regular,
    color = INK,
  ): void => page.drawText(said, { x, y, size, font, color })

  put('Five Pillars of distributed systems', MARGIN, 522, 13, bold, SOFT)
  drawGround(page, regular, text.lines)
  if (text.name === null) put('Name', MARGIN, GROUND + 46, 11, regular, SOFT)
  else {
    const { name } = text
    const size = NAME_SIZES.find((each) => bold.widthOfTextAtSize(name, each) <= NAME_WIDTH) ?? 8
    put(name, MARGIN, GROUND + 16, size, bold)
  }
  const where = `was at ${settable(fonts, text.room)} on ${text.day}`
  put(fitted(where, regular, 17, RIGHT - MARGIN), MARGIN, 362, 17)
  drawLines(page, fonts, text.lines)
  page.drawLine({ start: { x: 560, y: 92 }, end: { x: RIGHT, y: 92 }, color: INK, thickness: 0.8 })
  put('Host', 560, 78, 10, regular, SOFT)
  put(
    `Judged by the hidden tests of the kit, version ${settable(fonts, text.kit)}.`,
    MARGIN,
    92,
    10,
    regular,
    SOFT,
  )
  put(
    'A filled column: every promise of an exercise of that pillar was kept.',
    MARGIN,
    78,
    10,
    regular,
    SOFT,
  )
}

/** The ground line, and at its right the five columns; those of pillars that were kept are filled. */
function drawGround(page: PDFPage, font: PDFFont, lines: readonly CertificateLine[]): void {
  const { height, scale, step } = COLUMN
  const { outline, flutes } = columnPath(height)
  for (const [index, { id, name }] of pillars.entries()) {
    const isKept = lines.some(({ pillar, isKept: all }) => all && pillar === id)
    const x = RIGHT - (5 - index) * step + (step - 60 * scale) / 2
    const at = { x, y: GROUND, scale }
    const fill = isKept ? { color: INK } : {}
    page.drawSvgPath(outline, { ...at, borderColor: INK, borderWidth: 1.6, ...fill })
    if (!isKept) page.drawSvgPath(flutes, { ...at, borderColor: SOFT, borderWidth: 1 })
    const middle = x + 30 * scale - font.widthOfTextAtSize(name, 8) / 2
    page.drawText(name, { x: middle, y: GROUND - 14, size: 8, font, color: SOFT })
  }
  const [start, end] = [MARGIN, RIGHT].map((x) => ({ x, y: GROUND }))
  if (start !== undefined && end !== undefined) {
    page.drawLine({ start, end, color: INK, thickness: 1.2 })
  }
}

function drawLines(
  page: PDFPage,
  { regular, bold }: CertificateFonts,
  lines: readonly CertificateLine[],
): void {
  if (lines.length === 0) {
    const y = FIRST_LINE
    page.drawText('Nothing was handed in to be judged.', {
      x: MARGIN,
      y,
      size: 13,
      font: regular,
      color: SOFT,
    })
  }
  for (const [index, line] of lines.entries()) {
    const y = FIRST_LINE - index * LINE_STEP
    const font = line.isKept ? bold : regular
    const kept = line.isKept
      ? 'every promise kept'
      : `${line.kept} of ${line.promises} promises kept`
    const points = `${line.points} of ${line.total} points`
    page.drawText(line.title, { x: MARGIN, y, size: 13, font, color: INK })
    page.drawText(kept, { x: 330, y, size: 13, font, color: INK })
    const x = RIGHT - font.widthOfTextAtSize(points, 13)
    page.drawText(points, { x, y, size: 13, font, color: INK })
  }
}

/** What no font has is a question mark, as in other places where a text cannot be set. */
function settable({ canSet }: CertificateFonts, text: string): string {
  const letters = Array.from(text.normalize('NFC'))
  return letters.map((letter) => (canSet(letter) ? letter : '?')).join('')
}

function fitted(text: string, font: PDFFont, size: number, width: number): string {
  if (font.widthOfTextAtSize(text, size) <= width) return text
  const letters = Array.from(text)
  while (letters.length > 0 && font.widthOfTextAtSize(`${letters.join('')}…`, size) > width) {
    letters.pop()
  }
  return `${letters.join('')}…`
}
