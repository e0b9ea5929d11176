import { markdownText } from '../format/markdown-text.ts'
import type { Judged } from './judge-all.ts'
import { brokenPromise } from './summary-csv.ts'

/** Learners × exercises, then what most submissions broke: for the debrief. */
export function summaryMarkdown(all: readonly Judged[]): string {
  const slugs = [...new Set(all.map(({ submission }) => submission.slug))].toSorted()
  const byLearner = Map.groupBy(all, ({ submission }) => submission.learner)
  const rows = [...byLearner].map(([learner, judged]) => {
    const cells = slugs.map((slug) => cellOf(judged.find((one) => one.submission.slug === slug)))
    const points = judged.reduce((sum, { verdict }) => sum + verdict.points, 0)
    return [markdownText(learner), ...cells, String(points)]
  })
  const head = ['learner', ...slugs, 'points']
  const table = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`)
  return `${[`# ${all.length} submissions`, '', ...table, '', ...mostBroken(all)].join('\n')}\n`
}

function cellOf(judged: Judged | undefined): string {
  if (judged === undefined) return ''
  const { state, points, total } = judged.verdict
  return state === 'passed' ? `✓ ${points}` : `${state} ${points}/${total}`
}

function mostBroken(all: readonly Judged[]): string[] {
  const failed = all.filter(({ verdict }) => verdict.state !== 'passed')
  if (failed.length === 0) return ['Nothing was broken.']
  const counts = Map.groupBy(failed, (one) => `${one.submission.slug}: ${brokenPromise(one)}`)
  const sorted = [...counts].toSorted(([, a], [, b]) => b.length - a.length)
  return [
    '## Most broken',
    '',
    ...sorted.map(([what, ones]) => `- ${ones.length} × ${markdownText(what)}`),
  ]
}
