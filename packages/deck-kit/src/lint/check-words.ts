import type { Finding } from './finding.ts'
import type { DeckDrawing, DeckSlide } from './read-deck.ts'
import { textBeside } from './visible-text.ts'

/** Beyond this the audience reads instead of looking at the drawing. */
const MAX_WORDS_BESIDE_DRAWING = 35

/** Beyond this a slide without a drawing is a document. */
const MAX_WORDS = 60

/** Few words: fewest where there is a drawing to look at. The sources are exempt. */
export function checkWords(
  slides: readonly DeckSlide[],
  drawings: readonly DeckDrawing[],
): Finding[] {
  return slides.flatMap((slide): Finding[] => {
    if (slide.layout === 'sources') return []
    const words = textBeside(slide)
      .split(/\s+/)
      .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
    const limit = hasDrawing(slide, drawings) ? MAX_WORDS_BESIDE_DRAWING : MAX_WORDS
    return words <= limit
      ? []
      : [{ rule: 'words', where: slide.where, message: `${words} words, at most ${limit} here` }]
  })
}

function hasDrawing(slide: DeckSlide, drawings: readonly DeckDrawing[]): boolean {
  return (
    slide.layout === 'diagram' ||
    /^```mermaid/m.test(slide.body) ||
    drawings.some((drawing) => slide.body.includes(`<${drawing.name}`))
  )
}
