import { markdownText } from '../format/markdown-text.ts'
import { NOT_JUDGED } from './judged.ts'
import type { AllJudged, Judged, NotJudged } from './judged.ts'
import { brokenPromise } from './summary-csv.ts'

/** Learners × exercises, then what most submissions broke: for the debrief. */
export function summaryMarkdown({ judged, notJudged }: AllJudged): string {
  const all = [...judged, ...notJudged]
  const slugs = [...new Set(all.map(({ submission }) => submission.slug))].toSorted()
  const byLearner = Map.groupBy(all, ({ submission }) => submission.learner)
  const rows = [...byLearner].map(([learner, own]) => {
    const cells = slugs.map((slug) => cellOf(own.find((one) => one.submission.slug === slug)))
    const points = own.reduce((sum, one) => sum + ('verdict' in one ? one.verdict.points : 0), 0)
    return [markdownText(learner), ...cells, String(points)]
  })
  const head = ['learner', ...slugs, 'points']
  const table = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`)
  const lines = [`# ${all.length} submissions`, '', ...table, '', ...mostBroken(judged)]
  return `${[...lines, ...damaged(notJudged)].join('\n')}\n`
}

function cellOf(one: Judged | NotJudged | undefined): string {
  if (one === undefined) return ''
  if ('error' in one) return NOT_JUDGED
  const { state, points, total } = one.verdict
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

/** What the author has to mend before these can be judged. */
function damaged(all: readonly NotJudged[]): string[] {
  if (all.length === 0) return []
  const bySlug = Map.groupBy(all, ({ submission }) => submission.slug)
  const lines = [...bySlug].map(([slug, ones]) => {
    const reasons = [...new Set(ones.map(({ error }) => error.message))]
    return `- ${markdownText(`${slug}, ${ones.length} ${NOT_JUDGED}: ${reasons.join('; ')}`)}`
  })
  return ['', '## Damaged exercises', '', ...lines]
}
