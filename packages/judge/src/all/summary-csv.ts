import { firstNotPassed } from '../grade/grade.ts'
import { NOT_JUDGED } from './judged.ts'
import type { AllJudged, Judged } from './judged.ts'

const columns = ['learner', 'exercise', 'state', 'points', 'total', 'broken', 'ms'] as const

/** One line for each submission, as RFC 4180 has it; a spreadsheet takes no cell for a formula. */
export function summaryCsv({ judged, notJudged }: AllJudged): string {
  const rows = judged.map(({ submission, verdict }) => [
    submission.learner,
    submission.slug,
    verdict.state,
    verdict.points,
    verdict.total,
    brokenPromise({ verdict }),
    verdict.ms,
  ])
  // No points are not the same as none of the points.
  const others = notJudged.map(({ submission: { learner, slug }, error }) => {
    return [learner, slug, NOT_JUDGED, '', '', error.title, '']
  })
  return [columns, ...rows, ...others]
    .map((row) => `${row.map((cell) => quoted(cell)).join(',')}\r\n`)
    .join('')
}

/** The promise that the verdict is about, or what befell the whole file. */
export function brokenPromise({ verdict }: Pick<Judged, 'verdict'>): string {
  if (verdict.state === 'passed') return ''
  const promise = firstNotPassed(verdict.tests)?.promise
  const text = verdict.promises.find(({ id }) => id === promise)?.text
  const [line = ''] = (verdict.got ?? '').split('\n')
  return verdict.state === 'failed' && text !== undefined ? text : line
}

function quoted(cell: string | number): string {
  if (typeof cell === 'number') return String(cell)
  const safe = /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
