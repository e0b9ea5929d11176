import type { PillarId } from '../pillar-id.ts'
import type { DeckId } from '../registry/decks.ts'

/** A question that somebody who has understood a talk answers aloud, in a minute or two. */
export interface SelfTestQuestion {
  id: string
  /** What answering it shows; a question of the whole has no pillar. */
  pillar?: PillarId
  question: string
  /** What a good answer contains, as the talk tells it. */
  answer: string
  deck: DeckId
  /** The slide that shows it, by what it is called. */
  slide: string
}
