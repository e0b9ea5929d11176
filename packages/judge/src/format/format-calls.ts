import type { PlayedLine, Replayed } from '../replay/replayed.ts'
import type { FormatOptions } from './format-verdict.ts'
import { seen } from './seen.ts'
import { styleFor } from './style.ts'
import type { Style } from './style.ts'
import { wrap } from './wrap.ts'

type Called = Extract<Replayed, { kind: 'called' }>

const COLUMNS_MAX = 100
const COLUMNS_MIN = 40
const ASKED_MAX = 4

/** How a conversation begins and how it ends matters most. */
const FIRST_LINES = 8
const LAST_LINES = 8

/**
 * Calls that were made again, for a terminal: the promise, each call and what came of it, what was
 * wrong when it was judged, and whether something is otherwise now.
 */
export function formatCalls(called: Called, { columns, color }: FormatOptions): string {
  const width = Math.min(Math.max(columns, COLUMNS_MIN), COLUMNS_MAX)
  const style = styleFor(color)
  const digits = String(called.lines.filter(({ depth }) => depth === 0).length).length
  const lines = shownOf(called.lines).flatMap((line) =>
    'left' in line
      ? [style.dim(`  ${' '.repeat(digits)}  … ${counted(line.left)} that came out as they did`)]
      : told(line, line.mark.padStart(digits), width, style),
  )
  const sections = [
    wrap(`Broken promise: ${called.promise}`, width).map((line) => style.bold(line)),
    [...lines, ...leftOut(called, width)],
    ['When it was judged:', ...wrap(called.story, width - 2).map((line) => `  ${line}`)],
    wrap(endOf(called), width),
  ]
  return `${sections.map((section) => section.join('\n')).join('\n\n')}\n`
}

/** A call, and how often it was made in a row and came out the same. */
interface Run {
  readonly mark: string
  readonly played: PlayedLine
  times: number
}

type Shown = Run | { readonly left: number }

/** Numbered lines; of a long conversation only its ends, and whatever is otherwise now. */
function shownOf(lines: readonly PlayedLine[]): Shown[] {
  const shown: Shown[] = []
  const runs = runsOf(lines)
  let left = 0
  for (const [index, run] of runs.entries()) {
    const isEnd = index < FIRST_LINES || index >= runs.length - LAST_LINES
    if (isEnd || isOther(run.played)) {
      if (left > 0) shown.push({ left })
      left = 0
      shown.push(run)
    } else left += run.times
  }
  return shown
}

/** Whoever asks again and again for what is going on is told once how often. */
function runsOf(lines: readonly PlayedLine[]): Run[] {
  const runs: Run[] = []
  let number = 0
  for (const played of lines) {
    const mark = played.depth === 0 ? String((number += 1)) : ''
    const last = runs.at(-1)
    if (last !== undefined && isAgain(last.played, played)) last.times += 1
    else runs.push({ mark, played, times: 1 })
  }
  return runs
}

function isAgain(before: PlayedLine, now: PlayedLine): boolean {
  const isPlain = [before, now].every((line) => !isOther(line) && (line.asked ?? []).length === 0)
  return isPlain && before.text === now.text && before.depth === now.depth
}

function isOther({ was, askedThen }: PlayedLine): boolean {
  return was !== null || askedThen !== undefined
}

function counted(calls: number): string {
  return calls === 1 ? '1 call' : `${calls} calls`
}

function told({ played, times }: Run, mark: string, width: number, style: Style): string[] {
  const { text, was, depth, asked = [], askedThen } = played
  const indent = ' '.repeat(mark.length + 4 + 2 * depth)
  const room = width - indent.length - 2
  const under = (note: string, paint: (text: string) => string): string[] =>
    wrap(seen(note), room).map((part) => `${indent}  ${paint(part)}`)
  const often = times === 1 ? '' : ` (${times} times)`
  const [first = '', ...more] = wrap(`${seen(text)}${often}`, width - indent.length)
  const head = `  ${mark}${' '.repeat(2 + 2 * depth)}${first}`
  return [
    isOther(played) ? style.bold(head) : head,
    ...more.map((part) => `${indent}${part}`),
    ...(was === null ? [] : under(`it was ${was}`, style.red)),
    ...(asked.length === 0 ? [] : under(`it calls ${some(asked)}`, style.dim)),
    ...(askedThen === undefined ? [] : under(calledThen(askedThen), style.red)),
  ]
}

function calledThen(asked: readonly string[]): string {
  return asked.length === 0 ? 'it called nothing' : `it called ${some(asked)}`
}

function some(asked: readonly string[]): string {
  const left = asked.length - ASKED_MAX
  const shown = asked.slice(0, ASKED_MAX).join(', ')
  return left > 0 ? `${shown}, and ${left} more` : shown
}

function leftOut({ left }: Called, width: number): string[] {
  if (left === 0) return []
  const calls = left === 1 ? 'One more call' : `${left} more calls`
  return wrap(`  ${calls} cannot be made: what they are about is not there.`, width)
}

function endOf(called: Called): string {
  return called.isOther
    ? 'Not all of it is as it was. Whether the promise is kept, the open checks and the judge can tell.'
    : 'All of it is as it was: the promise is still broken.'
}
