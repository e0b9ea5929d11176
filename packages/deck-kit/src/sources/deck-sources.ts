import { claims, figures } from '@five-pillars/content'
import type { SourceId } from '@five-pillars/content'
import { uses } from 'virtual:five-pillars/deck'

import { numberSources } from './number-sources.ts'
import type { Use } from './scan-deck.ts'

/** Sources of this deck, in the order in which its slides first lean on them. */
export const deckSources: readonly SourceId[] = numberSources(uses, sourcesOf)

const numbers = new Map(deckSources.map((id, index) => [id, index + 1]))

/** The number that stands for a source on this deck's slides, or `?` when no scan found it. */
export function sourceNumber(id: SourceId): string {
  return String(numbers.get(id) ?? '?')
}

function sourcesOf({ kind, id }: Use): readonly SourceId[] {
  const shelf = kind === 'figure' ? figures : claims
  return shelf.find((each) => each.id === id)?.sources ?? []
}
