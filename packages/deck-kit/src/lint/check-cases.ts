import { caseStudyById } from '@five-pillars/content'

import { sourcesOf, unknownId, unknownThing } from '../sources/evidence.ts'
import { scanDeck } from '../sources/scan-deck.ts'
import type { Finding } from './finding.ts'
import type { DeckDrawing, DeckSlide } from './read-deck.ts'

/** A slide that tells an incident says which, and leans on somebody who was there. */
export function checkCases(
  slides: readonly DeckSlide[],
  drawings: readonly DeckDrawing[],
): Finding[] {
  const components = new Map(drawings.map(({ name, template }) => [name, template]))
  return slides
    .filter(({ layout }) => layout === 'case-study')
    .flatMap((slide): Finding[] => {
      const problem = problemOf(slide, components)
      return problem === undefined ? [] : [{ rule: 'case', where: slide.where, message: problem }]
    })
}

function problemOf(
  { body, frontmatter }: DeckSlide,
  components: ReadonlyMap<string, string>,
): string | undefined {
  const id = frontmatter['case']
  if (typeof id !== 'string') return 'does not say which case study of content it tells: "case: …"'
  const unknown = unknownId(() => caseStudyById(id))
  if (unknown !== undefined) return unknown
  const [firsthand] = caseStudyById(id).sources
  const cited = scanDeck([{ content: body, frontmatter }], components)
    .filter((use) => unknownThing(use) === undefined)
    .flatMap(sourcesOf)
  return cited.includes(firsthand) ? undefined : `cites nothing of "${firsthand}"`
}
