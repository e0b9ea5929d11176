import { claimById, figureById, UnknownId } from '@five-pillars/content'

import { scanDeck } from '../sources/scan-deck.ts'
import type { Finding } from './finding.ts'
import type { DeckSlide } from './read-deck.ts'

/** Every figure and claim that a slide names exists. Markdown is not type-checked: this is. */
export function checkIds(slides: readonly DeckSlide[]): Finding[] {
  const uses = scanDeck(slides.map(({ body, frontmatter }) => ({ content: body, frontmatter })))
  return uses.flatMap(({ kind, id, slide }): Finding[] => {
    const message = unknownId(kind === 'figure' ? figureById : claimById, id)
    const where = slides[slide - 1]?.where ?? 'slides.md'
    return message === undefined ? [] : [{ rule: 'id', where, message }]
  })
}

function unknownId(lookup: (id: string) => unknown, id: string): string | undefined {
  try {
    lookup(id)
    return undefined
  } catch (error) {
    if (error instanceof UnknownId) return error.message
    throw error
  }
}
