import {
  claimById,
  combinationById,
  contradictionById,
  deepDiveById,
  figureById,
  stackRowById,
  UnknownId,
} from '@five-pillars/content'
import type { SourceId } from '@five-pillars/content'

interface Sourced {
  readonly sources: readonly SourceId[]
}

/** Things of content that lean on sources. */
const shelves = {
  figure: figureById,
  claim: claimById,
  combination: combinationById,
  contradiction: contradictionById,
  table: (id) => ({ sources: deepDiveById(id).rows.flatMap(({ sources }) => sources) }),
  stack: stackRowById,
} as const satisfies Record<string, (id: string) => Sourced>

export type EvidenceKind = keyof typeof shelves

/** The components that show such a thing, each by the id that its tag names. */
export const evidenceTags: Readonly<Record<string, EvidenceKind>> = {
  Figure: 'figure',
  Claim: 'claim',
  Combination: 'combination',
  Contradiction: 'contradiction',
  DeepDive: 'table',
  StackRow: 'stack',
}

interface Named {
  readonly kind: EvidenceKind
  readonly id: string
}

/** What a thing leans on, in its order; throws `UnknownId` for one that content does not have. */
export function sourcesOf({ kind, id }: Named): readonly SourceId[] {
  return shelves[kind](id).sources
}

/** The message for a thing that content does not have, with its nearest neighbour. */
export function unknownThing(named: Named): string | undefined {
  return unknownId(() => sourcesOf(named))
}

/** The message of the `UnknownId` that a lookup throws, if it throws one. */
export function unknownId(lookup: () => unknown): string | undefined {
  try {
    lookup()
    return undefined
  } catch (error) {
    if (error instanceof UnknownId) return error.message
    throw error
  }
}
