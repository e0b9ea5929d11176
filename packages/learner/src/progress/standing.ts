import { exercises, learningPaths, milestones } from '@five-pillars/content'
import type { ExerciseEntry, LearningPath } from '@five-pillars/content'

import type { ExerciseProgress, Progress } from './progress.ts'

/** One exercise of the path, and how far the learner is with it. */
export interface Station {
  readonly exercise: ExerciseEntry
  readonly state: 'open' | 'begun' | 'passed' | 'caught-up' | 'skipped'
  readonly done: ExerciseProgress | null
}

/** Where a learner is: what a screen shows above everything else. */
export interface Standing {
  /** The path, or null for the order of the day. */
  readonly path: { readonly id: string; readonly title: string } | null
  readonly stations: readonly Station[]
  /** The one that is worked on; before the first check, the first one. */
  readonly current: ExerciseEntry
  /** What comes after the current one, or was left behind; null when all is done. */
  readonly next: ExerciseEntry | null
  /** Exercises whose open checks the learner's own code kept. */
  readonly passed: number
  readonly milestones: readonly {
    readonly id: string
    readonly title: string
    readonly reachedAt: number | null
  }[]
}

export function standing(progress: Progress): Standing {
  const path = pathOf(progress)
  const slugs = path?.exercises ?? exercises.map(({ slug }) => slug)
  const stations = slugs.flatMap((slug) =>
    exercises
      .filter((entry) => entry.slug === slug)
      .map((exercise) => stationOf(exercise, progress.exercises[slug] ?? null)),
  )
  const found = stations.findIndex(({ exercise }) => exercise.slug === progress.current)
  const place = Math.max(0, found)
  const after = [...stations.slice(place + 1), ...stations.slice(0, place)]
  const left =
    after.find(({ state }) => state === 'open' || state === 'begun') ??
    after.find(({ state }) => state === 'skipped')
  const current = exercises.find(({ slug }) => slug === progress.current) ?? stations[0]?.exercise
  if (current === undefined) throw new Error('a path has exercises')
  return {
    path: path === undefined ? null : { id: path.id, title: path.title },
    stations,
    current,
    next: left?.exercise ?? null,
    passed: stations.filter(({ state }) => state === 'passed').length,
    milestones: milestones.map(({ id, title }) => ({
      id,
      title,
      reachedAt: progress.milestones.find((reached) => reached.id === id)?.at ?? null,
    })),
  }
}

/** A path that this kit does not know is none: another kit may have had it. */
function pathOf({ path }: Progress): LearningPath | undefined {
  return path === null ? undefined : learningPaths.find(({ id }) => id === path)
}

function stationOf(exercise: ExerciseEntry, done: ExerciseProgress | null): Station {
  return { exercise, done, state: stateOf(done) }
}

function stateOf(done: ExerciseProgress | null): Station['state'] {
  if (done === null) return 'open'
  if (done.passedAt !== null) return 'passed'
  if (done.caughtUpAt !== null) return 'caught-up'
  if ((done.skippedAt ?? 0) > (done.lastCheckedAt ?? 0)) return 'skipped'
  return done.firstCheckedAt === null ? 'open' : 'begun'
}
