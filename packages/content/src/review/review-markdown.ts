import { pillarById } from '../pillars.ts'
import type { OpenPoint, ReviewResult } from './score-review.ts'
import { shown } from './shown.ts'

interface MarkdownOptions {
  /** The day of the review, YYYY-MM-DD. */
  readonly date: string
  /** The word or the link that brings the same result back. */
  readonly token: string
}

/** The result as Markdown, for a ticket or a wiki: where to begin, what is open and what it risks. */
export function reviewMarkdown(result: ReviewResult, { date, token }: MarkdownOptions): string {
  const { known, of, start, open } = result
  return [
    '# Architecture review',
    '',
    `${date} · ${known} of ${of} questions answered well.`,
    '',
    `**${reviewVerdict(result)}**`,
    '',
    ...(start === null ? [] : orderLines(result)),
    ...(open.length === 0 ? [] : ['## What is open', '', ...open.flatMap(pointLines)]),
    '---',
    '',
    `Again: ${token}`,
    '',
  ].join('\n')
}

/** Where to begin, in one sentence. */
export function reviewVerdict({ start, open }: ReviewResult): string {
  if (start === null) return 'Nothing is open. Ask again after the next large change.'
  const { name, question } = pillarById(start)
  const count = open.filter((each) => each.question.pillar === start).length
  return `Begin with ${name}: ${question} (${count} open ${count === 1 ? 'point' : 'points'})`
}

function orderLines({ order }: ReviewResult): readonly string[] {
  const rows = order
    .filter(({ lack }) => lack > 0)
    .map(({ pillar, reason }, index) => `${index + 1}. **${pillarById(pillar).name}.** ${reason}`)
  return ['## In this order', '', ...rows, '']
}

function pointLines({ question, answer, isSkipped }: OpenPoint): readonly string[] {
  const evidence = shown(question.shownBy)
  const sources = evidence.sources.map(({ authors, year, url }) => `[${authors} ${year}](${url})`)
  const from = [
    ...(evidence.measuredBy === undefined ? [] : [`measured by \`${evidence.measuredBy}\``]),
    ...sources,
  ].join(', ')
  const how = isSkipped ? 'not reached' : answer === 'partly' ? 'known in part' : 'unknown'
  return [
    `### ${pillarById(question.pillar).name}: ${question.question}`,
    '',
    `- **Answer:** ${how}`,
    `- **A good one has:** ${question.good}`,
    `- **Risk:** ${question.risk}`,
    `- **Seen:** ${evidence.sentence} (${from})`,
    '',
  ]
}
