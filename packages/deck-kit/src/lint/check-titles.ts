import type { Finding } from './finding.ts'
import type { DeckSlide } from './read-deck.ts'

/** Layouts whose message is something other than a heading. */
const UNTITLED = new Set([
  'question',
  'figure',
  'statement',
  'exercise',
  'break',
  'pillar',
  'sources',
])

/** Each slide states its point as a heading, and no two slides state the same. */
export function checkTitles(slides: readonly DeckSlide[]): Finding[] {
  const seen = new Map<string, number>()
  return slides.flatMap((slide): Finding[] => {
    const title = titleOf(slide)
    if (title === '') {
      return UNTITLED.has(slide.layout)
        ? []
        : [{ rule: 'title', where: slide.where, message: 'has no heading' }]
    }
    const first = seen.get(title)
    seen.set(title, slide.no)
    return first === undefined
      ? []
      : [{ rule: 'title', where: slide.where, message: `repeats the heading of slide ${first}` }]
  })
}

function titleOf(slide: DeckSlide): string {
  return /^#+ (.*)$/m.exec(slide.body)?.[1]?.trim() ?? ''
}
