import { fenced, markdownText } from '@five-pillars/judge/host'

import type { LearnerRecord, RoomRecord } from './room-record.ts'
import { table } from './table.ts'
import { count, dayText } from './times.ts'
import { workOf } from './work-of.ts'
import type { Work } from './work-of.ts'

/** What one learner did, as Markdown that they may take home: with their own files, and nobody else's. */
export function learnerReport(record: RoomRecord, learner: LearnerRecord): string {
  const works = record.exercises.flatMap(({ slug, title }) => {
    const work = workOf(record, learner, slug)
    return work === undefined ? [] : [{ title, work }]
  })
  const points = works.reduce((sum, { work }) => sum + work.points, 0)
  const kept = works.filter(({ work }) => work.state === 'kept').length
  const lines = [
    `# ${markdownText(learner.nickname)}`,
    '',
    `${markdownText(record.room)}, ${dayText(learner.joinedAt, record.zoneMinutes)}.`,
    '',
    works.length === 0
      ? 'No check and no submission reached the console.'
      : `${count(works.length, 'exercise')} tried, ${kept} with every promise kept, ${count(points, 'point')}.`,
    '',
    ...overview(works),
    ...works.flatMap(({ title, work }) => section(title, work)),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

interface Titled {
  readonly title: string
  readonly work: Work
}

function overview(works: readonly Titled[]): string[] {
  if (works.length === 0) return []
  const rows = works.map(({ title, work }) => [
    markdownText(title),
    work.best === null ? 'not judged' : `${work.points} of ${work.total}`,
    String(work.checks),
    String(work.submissions),
    String(work.hints),
    String(work.minutesToKeep ?? work.minutes),
  ])
  const head = ['exercise', 'points', 'checks', 'submissions', 'hints', 'min']
  return table(head, rows, [1, 2, 3, 4, 5])
}

function section(title: string, { best, broken }: Work): string[] {
  const head = ['', `## ${markdownText(title)}`, '']
  if (best?.verdict === null || best === null) {
    return [...head, 'Checked on the own machine, never judged.', '']
  }
  const rows = best.verdict.promises.map(({ text, state, earned, points }) => [
    markOf(state),
    markdownText(text),
    `${earned} of ${points}`,
  ])
  return [
    ...head,
    ...table(['', 'promise', 'points'], rows, [2]),
    '',
    ...(broken === null ? [] : [...fenced(best.verdict.text, 'text'), '']),
    'The file:',
    '',
    ...fenced(best.source.trimEnd(), 'ts'),
    '',
  ]
}

function markOf(state: string): string {
  if (state === 'passed') return '✓'
  return state === 'not-run' ? '–' : '✗'
}
