import { controlTerms } from './glossary/control.ts'
import { intelligenceTerms } from './glossary/intelligence.ts'
import { kitTerms } from './glossary/kit.ts'
import { stateTerms } from './glossary/state.ts'
import type { TermRecord } from './glossary/term-record.ts'
import { truthTerms } from './glossary/truth.ts'
import { wholeTerms } from './glossary/whole.ts'
import { workTerms } from './glossary/work.ts'
import { patterns } from './patterns.ts'
import type { PatternId } from './patterns.ts'
import { lookupIn } from './unknown-id.ts'

/** A word of the kit and what it means. */
export interface Term extends TermRecord {
  /** The pattern of this name, which has more to say. */
  pattern?: PatternId
}

const own: readonly Term[] = [
  ...wholeTerms,
  ...workTerms,
  ...stateTerms,
  ...truthTerms,
  ...controlTerms,
  ...intelligenceTerms,
  ...kitTerms,
]

/** Every pattern is a word too; its meaning is written once, where its uses are. */
const fromPatterns: readonly Term[] = patterns.map(({ id, name, pillar, summary }) => ({
  id,
  term: name,
  pillar,
  meaning: summary,
  pattern: id,
}))

/** Every term that slides, briefs and messages use, by name. */
export const glossary: readonly Term[] = [...own, ...fromPatterns].toSorted((a, b) =>
  a.term.localeCompare(b.term, 'en'),
)

/** The term with an id known from the run only; throws `UnknownId`. */
export const termById: (id: string) => Term = lookupIn('term', glossary)
