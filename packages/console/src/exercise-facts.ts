import path from 'node:path'

import { exercises } from '@five-pillars/content'
import type { ExerciseEntry } from '@five-pillars/content'
import { loadManifest } from '@five-pillars/judge/facts'

import type { PromiseText } from './view.ts'

/** What the console knows of an exercise from its manifest. */
export interface ExerciseFacts {
  readonly entry: ExerciseEntry
  /** Absolute. */
  readonly dir: string
  /** In the order of the manifest. */
  readonly promises: readonly PromiseText[]
  readonly points: number
}

/** Every exercise, in the order of the day; one that is damaged has no promises, and why. */
export async function loadExercises(
  root: string,
  onDamage: (slug: string, why: string) => void,
): Promise<ReadonlyMap<string, ExerciseFacts>> {
  const all = await Promise.all(
    exercises.map(async (entry): Promise<[string, ExerciseFacts]> => {
      const dir = path.join(root, entry.path)
      try {
        const { promises, tests } = await loadManifest(dir)
        const points = tests.reduce((sum, test) => sum + test.points, 0)
        const texts = promises.map(({ id, text }) => ({ id, text }))
        return [entry.slug, { entry, dir, promises: texts, points }]
      } catch (error) {
        onDamage(entry.slug, error instanceof Error ? error.message : String(error))
        return [entry.slug, { entry, dir, promises: [], points: 0 }]
      }
    }),
  )
  return new Map(all)
}
