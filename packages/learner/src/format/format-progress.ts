import { learningPathById, learningPathMinutes, milestoneById } from '@five-pillars/content'

import type { Standing, Station } from '../progress/standing.ts'
import { formatTime } from './format-time.ts'
import { styleFor, widthOf } from './style.ts'
import type { Screen, Style } from './style.ts'
import { wrap, wrapAfter } from './wrap.ts'

interface ProgressOptions extends Screen {
  readonly now: number
}

const MARKS = { passed: '✓', begun: '…', 'caught-up': '»', skipped: '–', open: ' ' } as const

/** Where a learner is: the exercises of the path, the milestones, and what comes next. */
export function formatProgress(standing: Standing, options: ProgressOptions): string {
  const style = styleFor(options)
  const width = widthOf(options)
  const { stations, passed } = standing
  return [
    style(
      'bold',
      `${standing.path?.title ?? 'The order of the day'}: ${passed} of ${stations.length} exercises`,
    ),
    ...aboutPath(standing, width),
    '',
    ...stationRows(standing, width, style),
    '',
    style('bold', 'Milestones'),
    ...standing.milestones.flatMap((milestone) => milestoneRows(milestone, options, width)),
    '',
    nextLine(standing),
    '',
  ].join('\n')
}

function aboutPath({ path }: Standing, width: number): string[] {
  if (path === null) {
    const text = 'Choose another order with npx five-pillars progress --path architect'
    return wrap(text, width - 2).map((line) => `  ${line}`)
  }
  const entry = learningPathById(path.id)
  const hours = (learningPathMinutes(entry) / 60).toFixed(1)
  const text = `${entry.focus} About ${hours} hours with its talks.`
  return wrap(text, width - 2).map((line) => `  ${line}`)
}

function stationRows({ stations, current }: Standing, width: number, style: Style): string[] {
  const names = Math.max(...stations.map(({ exercise }) => exercise.slug.length))
  return stations.map((station) => {
    const { exercise, state } = station
    const here = exercise.slug === current.slug ? '>' : ' '
    const mark = state === 'passed' ? style('green', MARKS[state]) : MARKS[state]
    const minutes = `${String(exercise.minutes).padStart(3)} min`
    const row = `${exercise.slug.padEnd(names)}  ${minutes}  ${wordsOf(station)}`.trimEnd()
    return `${here} ${mark} ${row.slice(0, width - 4)}`
  })
}

/** How far it has come: the points where a judge has graded it, the open checks before that. */
function wordsOf({ state, done }: Station): string {
  const { best, graded } = done ?? { best: null, graded: null }
  const checks = best === null || best.of === 0 ? '' : `${best.kept} of ${best.of} open checks`
  const score = graded === null ? checks : `${graded.points} of ${graded.total} points`
  const word = { passed: '', begun: '', open: '', skipped: 'skipped', 'caught-up': 'caught up' }
  return [word[state], score].filter((each) => each !== '').join(', ')
}

function milestoneRows(
  { id, title, reachedAt }: Standing['milestones'][number],
  options: ProgressOptions,
  width: number,
): string[] {
  const style = styleFor(options)
  if (reachedAt !== null) {
    return [
      `  ${style('green', '✓')} ${title}  ${style('dim', formatTime(reachedAt, options.now))}`,
    ]
  }
  const { sentence } = milestoneById(id)
  return wrapAfter('    ', `${title}: ${sentence}`, width).map((line) => style('dim', line))
}

function nextLine({ current, next, stations }: Standing): string {
  const station = stations.find(({ exercise }) => exercise.slug === current.slug)
  const isDone = station?.state === 'passed' || station?.state === 'caught-up'
  if (!isDone) return `Now: npx five-pillars check ${current.slug}`
  return next === null
    ? 'All of it is done. What you can still win is a better score: npx five-pillars game-day'
    : `Next: npx five-pillars check ${next.slug}`
}
