import type { CaseStudyId } from '../case-studies.ts'
import type { ClaimId } from '../claims.ts'
import type { FigureId } from '../figures.ts'
import type { PillarId } from '../pillar-id.ts'

/** What shows that a risk is real: an incident, a run of the kit's own, or what somebody reports. */
export type ShownBy =
  | { kind: 'case'; id: CaseStudyId }
  | { kind: 'figure'; id: FigureId }
  | { kind: 'claim'; id: ClaimId }

/** A question for the review of a system, asked so that "yes" is no answer. */
export interface ReviewQuestion {
  id: string
  pillar: PillarId
  question: string
  /** What a good answer contains. */
  good: string
  /** What may happen where nobody has an answer. */
  risk: string
  shownBy: ShownBy
  /** Belongs to the review of five minutes, which asks three of each pillar. */
  isShort?: true
}
