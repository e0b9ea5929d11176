import { decks, exercises, pillars } from '@five-pillars/content'
import type { DeckEntry, ExerciseEntry, Pillar } from '@five-pillars/content'

/** Everything the hub offers; the pages know decks and exercises only from here. */
export interface Shelf {
  pillars: readonly Pillar[]
  decks: readonly DeckEntry[]
  exercises: readonly ExerciseEntry[]
}

export const shelf: Shelf = { pillars, decks, exercises }
