import { slideTitle } from '../frame/slide-title.ts'
import type { Finding } from './finding.ts'
import type { DeckSlide } from './read-deck.ts'

/** A sentence that fills its slide, in whichever way it is written. */
const UNTITLED = new Set(['statement'])

/** Each slide states its point as a title, and no two slides have the same. */
export function checkTitles(slides: readonly DeckSlide[]): Finding[] {
  const seen = new Map<string, number>()
  return slides.flatMap((slide): Finding[] => {
    const title = titleOf(slide)
    if (title === undefined) {
      return UNTITLED.has(slide.layout)
        ? []
        : [{ rule: 'title', where: slide.where, message: 'has no title' }]
    }
    const first = seen.get(title)
    seen.set(title, slide.no)
    return first === undefined
      ? []
      : [{ rule: 'title', where: slide.where, message: `repeats the title of slide ${first}` }]
  })
}

/** What the overview calls it, and any heading where it has no other title. */
function titleOf({ body, frontmatter }: DeckSlide): string | undefined {
  return slideTitle(body, frontmatter) ?? /^#+ (.*)$/m.exec(body)?.[1]?.trim()
}
