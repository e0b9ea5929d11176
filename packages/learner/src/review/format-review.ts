import { pillarById, reviewVerdict, shown } from '@five-pillars/content'
import type { OpenPoint, ReviewResult } from '@five-pillars/content'

import { styleFor, widthOf } from '../format/style.ts'
import type { Screen, Style } from '../format/style.ts'
import { wrap, wrapAfter } from '../format/wrap.ts'

/** What a review came to: where to begin, the order after it, and each open point with its risk. */
export function formatReview(result: ReviewResult, token: string, screen: Screen): string[] {
  const style = styleFor(screen)
  const width = Math.min(widthOf(screen), screen.columns)
  const { known, of, order, open, start } = result
  const ranks = order.filter(({ lack }) => lack > 0)
  return [
    ...wrap(reviewVerdict(result), width).map((row) => style('bold', row)),
    `${known} of ${of} questions answered well.`,
    '',
    ...(start === null ? [] : ['In this order:']),
    ...ranks.flatMap(({ pillar, reason }, index) =>
      wrapAfter(`  ${index + 1}  ${pillarById(pillar).name.padEnd(NAME)}  `, reason, width),
    ),
    ...(start === null ? [] : ['']),
    ...open.flatMap((point) => pointLines(point, width, style)),
    'This again, and with --format markdown for a ticket:',
    // On a line of its own: it is copied.
    `  npx five-pillars review --from ${token}`,
  ]
}

/** The longest name of a pillar. */
const NAME = 'Intelligence'.length

function pointLines(
  { question, answer, isSkipped }: OpenPoint,
  width: number,
  style: Style,
): string[] {
  const { sentence, measuredBy, sources } = shown(question.shownBy)
  const [first] = sources
  const from = measuredBy ?? first?.url
  const how = isSkipped ? 'not reached' : answer === 'partly' ? 'known in part' : 'unknown'
  const name = pillarById(question.pillar).name
  return [
    ...wrap(`${name}: ${question.question}`, width).map((row) => style('bold', row)),
    ...wrapAfter('  Answer:    ', how, width),
    ...wrapAfter('  Good:      ', question.good, width),
    ...wrapAfter('  Risk:      ', question.risk, width),
    ...wrapAfter('  Seen:      ', sentence, width),
    ...(from === undefined ? [] : wrapAfter('             ', from, width)).map((row) =>
      style('dim', row),
    ),
    '',
  ]
}
