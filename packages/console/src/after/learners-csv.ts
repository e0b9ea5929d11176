import { csv } from './csv.ts'
import type { Cell } from './csv.ts'
import type { RoomRecord } from './room-record.ts'
import { workOf } from './work-of.ts'

const COLUMNS = [
  'learner',
  'exercise',
  'state',
  'points',
  'total',
  'checks',
  'submissions',
  'hints',
  'minutes',
  'minutes to keep all',
  'broken promise',
] as const

/** One line for each learner and exercise; who gave no sign of any exercise has one line as well. */
export function learnersCsv(record: RoomRecord): string {
  const rows = record.learners.flatMap((learner): Cell[][] => {
    const works = record.exercises.flatMap(({ slug }) => workOf(record, learner, slug) ?? [])
    if (works.length === 0) return [[learner.nickname, ...COLUMNS.slice(1).map(() => null)]]
    return works.map((work) => [
      learner.nickname,
      work.exercise,
      work.state,
      work.best === null ? null : work.points,
      work.total,
      work.checks,
      work.submissions,
      work.hints,
      work.minutes,
      work.minutesToKeep,
      work.broken,
    ])
  })
  return csv([COLUMNS, ...rows])
}
