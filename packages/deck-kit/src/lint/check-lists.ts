import type { Finding } from './finding.ts'
import type { DeckSlide } from './read-deck.ts'
import { visibleText } from './visible-text.ts'

const MAX_ITEMS = 4
const ITEM = /^\s*(?:[-*+]|\d+\.) /
const EMOJI = /\p{Extended_Pictographic}/u

/** Lists stay short, and no emoji: a PDF without an emoji font prints boxes. */
export function checkLists(slides: readonly DeckSlide[]): Finding[] {
  return slides.flatMap((slide): Finding[] => {
    const findings: Finding[] = []
    const longest = longestList(slide.body)
    if (longest > MAX_ITEMS && slide.layout !== 'sources') {
      const message = `a list of ${longest} items, at most ${MAX_ITEMS}`
      findings.push({ rule: 'list', where: slide.where, message })
    }
    const emoji = EMOJI.exec(visibleText(slide))?.[0]
    if (emoji !== undefined) {
      findings.push({ rule: 'emoji', where: slide.where, message: `the pictograph ${emoji}` })
    }
    return findings
  })
}

/** A list ends at the next block that is neither an item nor the continuation of one. */
function longestList(markdown: string): number {
  let longest = 0
  let items = 0
  for (const line of markdown.split('\n')) {
    if (ITEM.test(line)) items += 1
    else if (/^\S/.test(line)) items = 0
    longest = Math.max(longest, items)
  }
  return longest
}
