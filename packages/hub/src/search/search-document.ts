import type { PillarId } from '@five-pillars/content'

/** What a result is, in the order in which equals are shown. */
export const KINDS = {
  term: 'Glossary',
  pattern: 'Pattern',
  symptom: 'Symptom',
  talk: 'Talk',
  slide: 'Slide',
  brief: 'Brief',
  page: 'Page',
} as const

type Kind = keyof typeof KINDS

/** One thing that can be found. */
export interface SearchDocument {
  kind: Kind
  title: string
  /** Where it is, from the root: `/decks/work/#/7`. */
  at: string
  text: string
  /** Other names of it. */
  also?: string | undefined
  /** What it is a part of, such as the talk of a slide. */
  of?: string | undefined
  pillar?: PillarId | undefined
}
