import type { PillarId } from '../pillar-id.ts'

/** A question for the review of a system, asked so that "yes" is no answer. */
export interface ReviewQuestion {
  id: string
  pillar: PillarId
  question: string
  /** What a good answer contains. */
  good: string
}
