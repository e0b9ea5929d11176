import type { DeckId, PillarId } from '@five-pillars/content'

import type { BuildState } from '../builds.ts'
import type { LearnerStanding } from '../progress/learner-standing.ts'
import type { DeckSlides } from '../search/deck-slides.ts'
import type { Shelf } from '../shelf.ts'
import type { Html } from './html.ts'
import type { SectionId } from './sections.ts'

/** What pages are made from. */
export interface View {
  /** The repository's folder. */
  root: string
  shelf: Shelf
  /** How builds go, where the hub runs; the static site has none, and all of its decks are built. */
  stateOf?: ((deck: DeckId) => BuildState) | undefined
  /** Where the learner of this folder is; absent in the static site. */
  standing?: (() => Promise<LearnerStanding>) | undefined
  /** Whether `/decks/<id>.pdf` is there. */
  hasPdf: boolean
  /** What is written on the slides; read once. */
  slides: () => Promise<DeckSlides>
}

/** A page that has the same address in the running hub and in the static site. */
export interface SitePage {
  /** From the root, with a slash at both ends: `/patterns/`. */
  at: string
  title: string
  /** One sentence for whoever has only a link to it. */
  description: string
  section?: SectionId
  /** What the row of the section's pages calls it; a page without a label is not in that row. */
  label?: string
  /** The pillar whose colour the page wears. */
  pillar?: PillarId | undefined
  /** Folders of `islands/` whose `main.ts` the page loads. */
  islands?: readonly string[]
  /** Addresses start at the root (`/decks/work/`): the frame makes them relative. */
  main: (view: View) => Html
}
