import { nightmareById, reviewQuestionById } from '@five-pillars/content'

import { unknownId, unknownThing } from '../sources/evidence.ts'
import { scanDeck } from '../sources/scan-deck.ts'
import type { Finding } from './finding.ts'
import type { DeckSlide } from './read-deck.ts'

/** A component that takes a list of ids. */
const LIST = /<(MatrixRows|ReviewQuestions)\s[^>]*?:ids="\[([^"\]]*)\]"/g

/** Whatever a slide names of content exists. Markdown is not type-checked: this is. */
export function checkIds(slides: readonly DeckSlide[]): Finding[] {
  const uses = scanDeck(slides.map(({ body, frontmatter }) => ({ content: body, frontmatter })))
  const unknown = uses.flatMap((use): Finding[] => {
    const where = slides[use.slide - 1]?.where ?? 'slides.md'
    return findings(where, unknownThing(use))
  })
  return [...unknown, ...slides.flatMap(unknownInLists)]
}

function unknownInLists({ body, where }: DeckSlide): Finding[] {
  return [...body.matchAll(LIST)].flatMap(([, tag, ids = '']) => {
    const lookup = tag === 'MatrixRows' ? nightmareById : reviewQuestionById
    const named = [...ids.matchAll(/'([^']*)'/g)].map(([, id = '']) => id)
    return named.flatMap((id) =>
      findings(
        where,
        unknownId(() => lookup(id)),
      ),
    )
  })
}

function findings(where: string, message: string | undefined): Finding[] {
  return message === undefined ? [] : [{ rule: 'id', where, message }]
}
