import type { LearnerEvent } from './event.ts'
import { mergeProgress } from './merge.ts'
import { reachedBy } from './milestones.ts'
import { noProgress, untouched } from './progress.ts'
import type { ExerciseProgress, Progress } from './progress.ts'

/** Progress and one more event. */
export function apply(progress: Progress, event: LearnerEvent): Progress {
  const after = mergeProgress(progress, knownFrom(progress, event))
  return mergeProgress(after, { ...noProgress, milestones: reachedBy(after, event.at) })
}

/** The progress that a row of events comes to. */
export function sumOf(events: readonly LearnerEvent[]): Progress {
  return events.reduce(apply, noProgress)
}

/** What an event alone tells. */
function knownFrom(progress: Progress, event: LearnerEvent): Progress {
  switch (event.kind) {
    case 'path':
      return { ...noProgress, path: event.path, pathAt: event.at }
    case 'merged':
      return event.progress
    case 'opened':
      return { ...noProgress, current: event.exercise, currentAt: event.at }
    case 'check':
      return {
        ...ofExercise(event.exercise, checked(progress.exercises[event.exercise], event)),
        ...(event.isAside ? {} : { current: event.exercise, currentAt: event.at }),
      }
    case 'hint':
      return ofExercise(event.exercise, { hints: { [event.part]: event.level } })
    case 'skipped':
      return ofExercise(event.exercise, { skippedAt: event.at })
    case 'caught-up':
      return ofExercise(event.exercise, { caughtUpAt: event.at, caughtUpHash: event.hash })
    case 'graded':
      return ofExercise(event.exercise, { graded: { points: event.points, total: event.total } })
  }
}

function checked(
  before: ExerciseProgress = untouched,
  { at, hash, kept, of, isPassed }: Extract<LearnerEvent, { kind: 'check' }>,
): Partial<ExerciseProgress> {
  const isOwn = hash !== before.caughtUpHash
  return {
    firstCheckedAt: at,
    lastCheckedAt: at,
    checks: before.checks + 1,
    best: isOwn ? { kept, of } : null,
    passedAt: isOwn && isPassed ? at : null,
  }
}

function ofExercise(slug: string, known: Partial<ExerciseProgress>): Progress {
  return { ...noProgress, exercises: { [slug]: { ...untouched, ...known } } }
}
