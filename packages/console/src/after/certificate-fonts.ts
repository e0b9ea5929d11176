import { readFileSync } from 'node:fs'

import { fontFiles } from '@five-pillars/deck-kit/fonts'
import fontkit from '@pdf-lib/fontkit'
import type { PDFDocument, PDFFont } from 'pdf-lib'

export interface CertificateFonts {
  readonly regular: PDFFont
  readonly bold: PDFFont
  /** Whether a text can be set so that it looks as it should. */
  canSet: (text: string) => boolean
}

type Font = ReturnType<typeof fontkit.create>

/**
 * Letters that stand on, under or beside others, are joined, or run from right to left: a font may
 * have them, but setting them takes more than one glyph after the other, which is all that pdf-lib
 * does.
 */
const NEEDS_SHAPING = /[\p{M}\p{Bidi_Control}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thai}]/u

/** By weight. To read a font takes longer than to draw a certificate: a room has one read. */
const known = new Map<string, Font>()

/** Embeds the kit's own fonts: the letters of all Latin alphabets, Greek and Cyrillic. */
export async function certificateFonts(pdf: PDFDocument): Promise<CertificateFonts> {
  const bold = fontOf('600SemiBold')
  return {
    regular: await embed(pdf, fontOf('400Regular')),
    bold: await embed(pdf, bold),
    canSet: (text) => Array.from(text.normalize('NFC')).every((letter) => isSettable(letter, bold)),
  }
}

function isSettable(letter: string, font: Font): boolean {
  return !NEEDS_SHAPING.test(letter) && font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)
}

/** Only the glyphs that are used: the whole font is two hundred kilobytes. */
async function embed(pdf: PDFDocument, font: Font): Promise<PDFFont> {
  pdf.registerFontkit({ create: () => font })
  return pdf.embedFont(new Uint8Array(), { subset: true })
}

function fontOf(weight: string): Font {
  const read = known.get(weight)
  if (read !== undefined) return read
  const file = fontFiles().find(({ path }) => path.endsWith(`IBMPlexSans_${weight}.ttf`))
  if (file === undefined) throw new Error(`the theme has no font "${weight}" of IBM Plex Sans`)
  const font = fontkit.create(readFileSync(file.path))
  known.set(weight, font)
  return font
}
