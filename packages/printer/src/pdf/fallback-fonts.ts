import type { PdfFacts } from './read-pdf.ts'

export interface Fallback {
  /** Counted from 1. */
  page: number
  font: string
  text: string
}

const MOST_QUOTED = 40

/**
 * Text that is set in a font of this machine since none of the deck's fonts has its characters:
 * another machine shows it in another font, or as boxes. A deck without fonts of its own means it.
 */
export function fallbackFonts(facts: PdfFacts, families: readonly string[]): Fallback[] {
  const own = new Set(families.map(plain))
  if (own.size === 0) return []
  const isOwn = (font: string): boolean => own.has(plain(font.split('-', 1)[0] ?? ''))
  if (facts.fonts.every(({ name }) => isOwn(name))) return []
  return Array.from({ length: facts.pages }, (_, index) => index + 1).flatMap((page) =>
    facts
      .runsOf(page)
      .filter(({ font, text }) => !isOwn(font) && text.trim() !== '')
      .map(({ font, text }) => ({ page, font, text: text.trim().slice(0, MOST_QUOTED) })),
  )
}

/** `"IBM Plex Sans"` in a style sheet is `IBMPlexSans` in a PDF. */
function plain(family: string): string {
  return family.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase()
}
