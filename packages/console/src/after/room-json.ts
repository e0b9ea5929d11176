import type { RoomRecord } from './room-record.ts'
import { workOf } from './work-of.ts'

/**
 * All of a room's day for other programs, format version 1: the record, and what each learner came to
 * at each exercise. Names, files and notes are in it; what lets somebody in is not.
 */
export function roomJson(record: RoomRecord): string {
  const learners = record.learners.map((learner) => ({
    ...learner,
    works: record.exercises.flatMap(({ slug }) => {
      const work = workOf(record, learner, slug)
      if (work === undefined) return []
      const { best, ...facts } = work
      return [{ ...facts, best: best?.id ?? null }]
    }),
  }))
  return `${JSON.stringify({ version: 1, ...record, learners }, null, 2)}\n`
}
