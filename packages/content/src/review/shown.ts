import { caseStudyById } from '../case-studies.ts'
import { claim } from '../claims.ts'
import { figure } from '../figures.ts'
import { source } from '../sources.ts'
import type { Source } from '../sources.ts'
import type { ShownBy } from './review-question.ts'

/** Evidence in the words that a page, a terminal and Markdown share. */
export interface Shown {
  /** It stands alone: whose incident and what happened, a number and what it counts, a report. */
  readonly sentence: string
  /** The command that measures it again, where the kit measures it itself. */
  readonly measuredBy: string | undefined
  readonly sources: readonly Source[]
}

/** What shows that a risk is real. */
export function shown(by: ShownBy): Shown {
  switch (by.kind) {
    case 'case': {
      const { name, date, happened, sources } = caseStudyById(by.id)
      return {
        sentence: `${name}, ${date.slice(0, 4)}: ${happened}`,
        measuredBy: undefined,
        sources: sources.map(source),
      }
    }
    case 'figure': {
      const { value, unit, label, measuredBy, sources } = figure(by.id)
      const words = [value, unit, label].filter((part) => part !== '')
      return { sentence: `${words.join(' ')}.`, measuredBy, sources: sources.map(source) }
    }
    case 'claim': {
      const { wording, measuredBy, sources } = claim(by.id)
      return { sentence: wording, measuredBy, sources: sources.map(source) }
    }
  }
}
