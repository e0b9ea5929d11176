import { figure } from '../figures.ts'
import type { Figure } from '../figures.ts'
import { pattern } from '../patterns.ts'
import type { Pattern } from '../patterns.ts'
import { pillarById } from '../pillars.ts'
import type { Pillar } from '../pillars.ts'
import { decks } from '../registry/decks.ts'
import { exerciseBySlug } from '../registry/exercises.ts'
import type { DeckEntry } from '../registry/decks.ts'
import type { ExerciseEntry } from '../registry/exercises.ts'
import type { Leaf } from './node.ts'

/** What the tree advises at one of its ends. */
export interface DecisionEnd {
  readonly pillar: Pillar
  /** What to reach for, in this order. */
  readonly patterns: readonly Pattern[]
  readonly deck: DeckEntry
  readonly exercise: ExerciseEntry
  readonly figure: Figure
}

/** What stands behind a leaf. Throws where its pillar has no deck, which the tests refuse. */
export function decisionEnd(leaf: Leaf): DecisionEnd {
  const deck = decks.find((each) => each.pillar === leaf.pillar)
  if (deck === undefined) throw new Error(`the pillar "${leaf.pillar}" has no deck`)
  return {
    pillar: pillarById(leaf.pillar),
    patterns: leaf.patterns.map(pattern),
    deck,
    exercise: exerciseBySlug(leaf.exercise),
    figure: figure(leaf.figure),
  }
}
