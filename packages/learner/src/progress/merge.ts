import { untouched } from './progress.ts'
import type { ExerciseProgress, Progress, ReachedMilestone } from './progress.ts'

/**
 * What two machines know together: commutative, associative, and merging twice changes nothing, so it
 * does not matter in which order, or how often, files are brought together.
 */
export function mergeProgress(one: Progress, other: Progress): Progress {
  const path = later(one.pathAt, one.path, other.pathAt, other.path)
  const current = later(one.currentAt, one.current, other.currentAt, other.current)
  const slugs = new Set([...Object.keys(one.exercises), ...Object.keys(other.exercises)])
  return {
    version: 1,
    path: path.value,
    pathAt: path.at,
    current: current.value,
    currentAt: current.at,
    exercises: Object.fromEntries(
      [...slugs]
        .toSorted()
        .map((slug) => [
          slug,
          mergeExercise(
            own(one.exercises, slug) ?? untouched,
            own(other.exercises, slug) ?? untouched,
          ),
        ]),
    ),
    milestones: mergeMilestones(one.milestones, other.milestones),
  }
}

function mergeExercise(one: ExerciseProgress, other: ExerciseProgress): ExerciseProgress {
  const caughtUp = later(one.caughtUpAt, one.caughtUpHash, other.caughtUpAt, other.caughtUpHash)
  return {
    firstCheckedAt: least(one.firstCheckedAt, other.firstCheckedAt),
    lastCheckedAt: most(one.lastCheckedAt, other.lastCheckedAt),
    checks: Math.max(one.checks, other.checks),
    best: better(one.best, other.best, ({ kept, of }) => [kept, of]),
    passedAt: least(one.passedAt, other.passedAt),
    graded: better(one.graded, other.graded, ({ points, total }) => [points, total]),
    hints: mergeHints(one.hints, other.hints),
    caughtUpAt: caughtUp.at,
    caughtUpHash: caughtUp.value,
    skippedAt: most(one.skippedAt, other.skippedAt),
  }
}

function mergeMilestones(
  one: readonly ReachedMilestone[],
  other: readonly ReachedMilestone[],
): ReachedMilestone[] {
  const first = new Map<string, number>()
  for (const { id, at } of [...one, ...other]) first.set(id, Math.min(at, first.get(id) ?? at))
  return [...first]
    .map(([id, at]) => ({ id, at }))
    .toSorted((a, b) => a.at - b.at || compareText(a.id, b.id))
}

function mergeHints(
  one: ExerciseProgress['hints'],
  other: ExerciseProgress['hints'],
): ExerciseProgress['hints'] {
  const parts = new Set([...Object.keys(one), ...Object.keys(other)])
  return Object.fromEntries(
    [...parts]
      .toSorted()
      .map((part) => [part, Math.max(own(one, part) ?? 0, own(other, part) ?? 0)]),
  )
}

/** Names come from files: `constructor` is in every object. */
function own<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

/** What was said last; said at the same moment, the larger text. */
function later(
  oneAt: number | null,
  one: string | null,
  otherAt: number | null,
  other: string | null,
): { at: number | null; value: string | null } {
  const [first, second] = [oneAt ?? -1, otherAt ?? -1]
  const isOne = first === second ? compareText(one ?? '', other ?? '') >= 0 : first > second
  return isOne ? { at: oneAt, value: one } : { at: otherAt, value: other }
}

/** The larger share; of equal shares the one of more. */
function better<Score>(
  one: Score | null,
  other: Score | null,
  partsOf: (score: Score) => readonly [number, number],
): Score | null {
  if (one === null || other === null) return one ?? other
  const [a, ofA] = partsOf(one)
  const [b, ofB] = partsOf(other)
  const shareA = a / Math.max(1, ofA)
  const shareB = b / Math.max(1, ofB)
  if (shareA !== shareB) return shareA > shareB ? one : other
  return ofA > ofB || (ofA === ofB && a >= b) ? one : other
}

function least(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other)
}

function most(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other)
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
