import type { Difference, DiffLine } from '../store/diff.ts'
import { formatTime } from './format-time.ts'
import { styleFor } from './style.ts'
import type { Screen, Style } from './style.ts'

/** So many lines stand around each change. */
const AROUND = 3

interface DiffOptions extends Screen {
  readonly slug: string
  readonly now: number
}

/** What changed between two versions, each change with the lines around it. */
export function formatDiff({ from, to, lines }: Difference, options: DiffOptions): string {
  const style = styleFor(options)
  const before = `version ${from.number} (${formatTime(from.at, options.now)})`
  const after = to === null ? 'your file' : `version ${to.number}`
  const title = style('bold', `${options.slug}: from ${before} to ${after}`)
  const count = (kind: DiffLine['kind']): number =>
    lines.filter((line) => line.kind === kind).length
  const [added, removed] = [count('added'), count('removed')]
  if (added + removed === 0) return `${title}\nThey are the same.\n`
  const sum = style('dim', `${added} added, ${removed} removed`)
  return `${[title, sum, '', ...shownOf(lines, style)].join('\n')}\n`
}

function shownOf(lines: readonly DiffLine[], style: Style): string[] {
  const near = new Set<number>()
  for (const [index, { kind }] of lines.entries()) {
    if (kind === 'same') continue
    for (let each = index - AROUND; each <= index + AROUND; each++) near.add(each)
  }
  let isLeft = false
  return lines.flatMap((line, index) => {
    if (near.has(index)) {
      isLeft = false
      return [lineOf(line, style)]
    }
    const isFirst = !isLeft
    isLeft = true
    return isFirst ? [style('dim', '  …')] : []
  })
}

/** The sign says it, colour only repeats it. */
function lineOf({ kind, text }: DiffLine, style: Style): string {
  switch (kind) {
    case 'added':
      return style('green', `+ ${text}`.trimEnd())
    case 'removed':
      return style('red', `- ${text}`.trimEnd())
    case 'same':
      return `  ${text}`.trimEnd()
  }
}
