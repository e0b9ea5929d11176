import { caseStudyById } from '../case-studies.ts'
import { claim } from '../claims.ts'
import { figure } from '../figures.ts'
import { source } from '../sources.ts'
import type { Source } from '../sources.ts'
import type { ShownBy } from './review-question.ts'

/** Evidence in the words that a page, a terminal and Markdown share. */
export interface Shown {
  /** Whose incident it was, or that it is a number or a report. */
  readonly title: string
  readonly text: string
  /** The command that measures it again, where the kit measures it itself. */
  readonly measuredBy: string | undefined
  readonly sources: readonly Source[]
}

/** What shows that a risk is real. */
export function shown(by: ShownBy): Shown {
  switch (by.kind) {
    case 'case': {
      const { name, date, happened, sources } = caseStudyById(by.id)
      const title = `${name}, ${date.slice(0, 4)}`
      return { title, text: happened, measuredBy: undefined, sources: sources.map(source) }
    }
    case 'figure': {
      const { value, unit, label, measuredBy, sources } = figure(by.id)
      return {
        title: [value, unit].filter((part) => part !== '').join(' '),
        text: `${label}.`,
        measuredBy,
        sources: sources.map(source),
      }
    }
    case 'claim': {
      const { wording, measuredBy, sources } = claim(by.id)
      const [first] = sources
      return {
        title: first === undefined ? 'Measured' : `${source(first).authors}, ${source(first).year}`,
        text: wording,
        measuredBy,
        sources: sources.map(source),
      }
    }
  }
}
