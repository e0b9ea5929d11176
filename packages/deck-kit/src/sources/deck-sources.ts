import type { SourceId } from '@five-pillars/content'
import { uses } from 'virtual:five-pillars/deck'

import { sourcesOf, unknownThing } from './evidence.ts'
import { numberSources } from './number-sources.ts'

/** Sources of this deck, in the order in which its slides first lean on them. */
export const deckSources: readonly SourceId[] = numberSources(
  // A build stops at an unknown one; a deck that is being written goes on.
  uses.filter((use) => unknownThing(use) === undefined),
  sourcesOf,
)

const numbers = new Map(deckSources.map((id, index) => [id, index + 1]))

/** The number that stands for a source on this deck's slides, or `?` when no scan found it. */
export function sourceNumber(id: SourceId): string {
  return String(numbers.get(id) ?? '?')
}
