import type { LearningPath } from './learning-paths.ts'
import { deckById } from './registry/decks.ts'
import { exerciseBySlug } from './registry/exercises.ts'
import type { DeckEntry } from './registry/decks.ts'
import type { ExerciseEntry } from './registry/exercises.ts'

/** One thing to do on a path. */
export type LearningStep =
  | { kind: 'talk'; id: DeckEntry['id']; title: string; minutes: number; entry: DeckEntry }
  | {
      kind: 'exercise'
      id: ExerciseEntry['slug']
      title: string
      minutes: number
      entry: ExerciseEntry
    }

/**
 * Talks and exercises of a path as one list: both keep their own order, and each exercise comes as
 * early as that allows once its talk has been heard.
 */
export function learningSteps(path: LearningPath): readonly LearningStep[] {
  const steps: LearningStep[] = []
  const heard = new Set<string>()
  const waiting = path.exercises.map((slug) => exerciseBySlug(slug))
  for (const id of path.decks) {
    steps.push(talk(deckById(id)))
    heard.add(id)
    while (waiting[0] !== undefined && heard.has(waiting[0].deck)) steps.push(...next())
  }
  // Of exercises whose talk is not on the path.
  while (waiting.length > 0) steps.push(...next())
  return steps

  function next(): LearningStep[] {
    return waiting.splice(0, 1).map(exercise)
  }
}

function talk(entry: DeckEntry): LearningStep {
  return { kind: 'talk', id: entry.id, title: entry.title, minutes: entry.minutes, entry }
}

function exercise(entry: ExerciseEntry): LearningStep {
  return { kind: 'exercise', id: entry.slug, title: entry.title, minutes: entry.minutes, entry }
}
