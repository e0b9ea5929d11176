import { decks, exercises, pillars } from '@five-pillars/content'
import type { DeckEntry, ExerciseEntry, PillarId } from '@five-pillars/content'
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

/** The pillar of that id. Throws `unknown-pillar` with the nearest id and all of them. */
export function pillarNamed(id: string): PillarId {
  const ids = pillars.map((pillar) => pillar.id)
  return ids.find((known) => known === id) ?? unknown('pillar', id, ids)
}

const titles = { deck: 'Deck', exercise: 'Exercise', pillar: 'Pillar' } as const

function unknown(kind: keyof typeof titles, name: string, known: readonly string[]): never {
  const near = nearest(name, known)
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`
  throw new CliError(
    `unknown-${kind}`,
    `${titles[kind]} "${name}" does not exist.${hint}`,
    kind === 'pillar' ? `There are ${known.join(', ')}.` : 'Run: npx five-pillars list',
  )
}

function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined
  const near = closest(name.toLowerCase(), known)
  const changed = distance(name.toLowerCase(), near) / Math.max(name.length, near.length)
  return changed <= MOST_CHANGED ? near : undefined
}
