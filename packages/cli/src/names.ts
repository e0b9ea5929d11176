import { decks, exercises } from '@five-pillars/content'
import type { DeckEntry, ExerciseEntry } from '@five-pillars/content'
import { closest, distance } from 'fastest-levenshtein'

import { CliError } from './cli-error.ts'

/** Beyond this share of changed letters a suggestion would be a guess. */
const MOST_CHANGED = 0.6

/** The deck of that id. Throws `unknown-deck` with the nearest id. */
export function deckNamed(id: string): DeckEntry {
  return (
    decks.find((deck) => deck.id === id) ??
    unknown(
      'deck',
      id,
      decks.map((deck) => deck.id),
    )
  )
}

/** The exercise of that slug, also written `pillar/slug`. Throws `unknown-exercise`. */
export function exerciseNamed(name: string): ExerciseEntry {
  const slug = name.split('/').at(-1) ?? name
  const slugs = exercises.map((exercise) => exercise.slug)
  return exercises.find((exercise) => exercise.slug === slug) ?? unknown('exercise', name, slugs)
}

function unknown(kind: 'deck' | 'exercise', name: string, known: readonly string[]): never {
  const title = kind === 'deck' ? 'Deck' : 'Exercise'
  const near = nearest(name, known)
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`
  throw new CliError(
    `unknown-${kind}`,
    `${title} "${name}" does not exist.${hint}`,
    'Run: npx five-pillars list',
  )
}

function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined
  const near = closest(name.toLowerCase(), known)
  const changed = distance(name.toLowerCase(), near) / Math.max(name.length, near.length)
  return changed <= MOST_CHANGED ? near : undefined
}
