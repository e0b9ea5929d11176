import { markdownText } from '@five-pillars/judge/host'

import { mostBroken } from './most-broken.ts'
import type { BlockRecord, ExerciseRecord, RoomRecord } from './room-record.ts'
import { table } from './table.ts'
import { clockText, count, dayText, median } from './times.ts'
import { workOf } from './work-of.ts'
import type { Work } from './work-of.ts'

const MOST_PROMISES = 12

/** What the room did, as Markdown: no learner's name is in it, so that it can be passed on. */
export function roomReport(record: RoomRecord): string {
  const { room, at, zoneMinutes, kit, learners } = record
  const begun = Math.min(at, ...record.blocks.map(({ from }) => from))
  const lines = [
    `# ${markdownText(room)}, ${dayText(begun, zoneMinutes)}`,
    '',
    `${count(learners.length, 'learner')}. Judged by kit ${markdownText(kit)}.`,
    '',
    '## Exercises',
    '',
    ...exercises(record),
    '',
    '## Promises broken most',
    '',
    ...promises(record),
    '',
    '## The day',
    '',
    ...day(record),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function exercises(record: RoomRecord): string[] {
  const rows = record.exercises.flatMap((exercise) => {
    const works = worksOn(record, exercise)
    return works.length === 0 ? [] : [exerciseRow(exercise, works)]
  })
  if (rows.length === 0) return ['Nobody worked on any.']
  const head = ['exercise', 'tried', 'all kept', 'median points', 'median min', 'hints seen']
  return [
    ...table(head, rows, [1, 2, 3, 4, 5]),
    '',
    'Minutes are from the beginning of the block, or from the first check where that was outside of',
    'it, to the first submission that kept every promise, or else to the last sign. Hints: by how',
    'many learners, and how many of three on average of them.',
  ]
}

function worksOn(record: RoomRecord, { slug }: ExerciseRecord): Work[] {
  return record.learners.flatMap((learner) => workOf(record, learner, slug) ?? [])
}

function exerciseRow({ title, points }: ExerciseRecord, works: readonly Work[]): string[] {
  const judged = works.filter(({ best }) => best !== null)
  const hinted = works.filter(({ hints }) => hints > 0)
  const average = hinted.reduce((sum, { hints }) => sum + hints, 0) / hinted.length
  return [
    markdownText(title),
    String(works.length),
    String(works.filter(({ state }) => state === 'kept').length),
    judged.length === 0 ? '–' : `${median(judged.map((work) => work.points)) ?? 0} of ${points}`,
    String(median(works.map(({ minutes }) => minutes)) ?? '–'),
    hinted.length === 0 ? '0' : `${hinted.length} (${average.toFixed(1)})`,
  ]
}

function promises(record: RoomRecord): string[] {
  const broken = mostBroken(record)
  if (broken.length === 0) return ['None was broken.']
  const titles = new Map(record.exercises.map(({ slug, title }) => [slug, title]))
  const rows = broken
    .slice(0, MOST_PROMISES)
    .map(({ exercise, text, learners, of, times, still }) => [
      markdownText(titles.get(exercise) ?? exercise),
      markdownText(text),
      `${learners} of ${of}`,
      String(times),
      String(still),
    ])
  const head = ['exercise', 'promise', 'broken by', 'times', 'still at the end']
  const more = broken.length - rows.length
  return [...table(head, rows, [2, 3, 4]), ...(more > 0 ? ['', `And ${more} others.`] : [])]
}

function day({ blocks, zoneMinutes }: RoomRecord): string[] {
  if (blocks.length === 0) return ['The clock was never started.']
  const rows = blocks.map((block) => [
    clockText(block.from, zoneMinutes),
    markdownText(block.title),
    String(block.plannedMinutes),
    tookText(block),
  ])
  return table(['began', 'block', 'planned min', 'took min'], rows, [2, 3])
}

function tookText({ from, to, pausedMs }: BlockRecord): string {
  return to === null ? '–' : String(Math.round((to - from - pausedMs) / 60_000))
}
