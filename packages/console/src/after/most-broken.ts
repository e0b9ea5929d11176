import type { RoomRecord } from './room-record.ts'

/** A promise of an exercise, and how the room broke it. */
export interface BrokenInRoom {
  readonly exercise: string
  readonly promise: string
  readonly text: string
  /** Who broke it at least once, by check or by submission. */
  readonly learners: number
  /** Who gave any sign of the exercise. */
  readonly of: number
  /** Checks and judged submissions that broke it. */
  readonly times: number
  /** Whose newest judged submission breaks it still. */
  readonly still: number
}

/** Promises that were broken, those that most of the room broke first. */
export function mostBroken({ exercises, learners }: RoomRecord): BrokenInRoom[] {
  return exercises
    .flatMap(({ slug, promises }) => {
      const breaks = learners.map((learner) => breaksOf(learner, slug))
      const of = breaks.filter(({ isThere }) => isThere).length
      return promises.map(({ id, text }) => ({
        exercise: slug,
        promise: id,
        text,
        of,
        learners: breaks.filter(({ all }) => all.includes(id)).length,
        times: breaks.reduce((sum, { all }) => sum + all.filter((one) => one === id).length, 0),
        still: breaks.filter(({ newest }) => newest.includes(id)).length,
      }))
    })
    .filter(({ times }) => times > 0)
    .toSorted((a, b) => b.learners - a.learners || b.times - a.times)
}

interface Breaks {
  readonly isThere: boolean
  /** One entry for each time. */
  readonly all: readonly string[]
  readonly newest: readonly string[]
}

function breaksOf(learner: RoomRecord['learners'][number], exercise: string): Breaks {
  const checks = learner.checks.filter((check) => check.exercise === exercise)
  const sent = learner.submissions.filter((one) => one.exercise === exercise)
  const judged = sent.flatMap(({ verdict }) => (verdict === null ? [] : [brokenIn(verdict)]))
  const checked = checks.flatMap(({ broken }) => (broken === null ? [] : [broken]))
  return {
    isThere: checks.length + sent.length > 0,
    all: [...checked, ...judged.flat()],
    newest: judged.at(-1) ?? [],
  }
}

function brokenIn({ promises }: { promises: readonly { id: string; state: string }[] }): string[] {
  return promises
    .filter(({ state }) => state !== 'passed' && state !== 'not-run')
    .map(({ id }) => id)
}
