import type { TestVerdict, Verdict } from '../verdict.ts'
import { commandFor } from './command-for.ts'
import { seen } from './seen.ts'
import { styleFor } from './style.ts'
import type { Style } from './style.ts'
import { scoreOf, whatBroke } from './what-broke.ts'
import { atMost, shorten, withoutMiddle, wrap } from './wrap.ts'

/** A failure fits on a slide, and on the smallest terminal. */
const FAILURE_LINES_MAX = 12
const COLUMNS_MAX = 100
const COLUMNS_MIN = 40

export interface FormatOptions {
  /** Width of the terminal in characters. */
  columns: number
  color: boolean
  /** The judged file as its judge named it, for the command that repeats the run. */
  submission?: string | undefined
  /** Where the broken promise is explained, a line each. They count as lines of the failure. */
  explained?: readonly string[]
  /** How it is repeated, in a few words; default: the command that does it on any machine. */
  again?: string
}

/**
 * A verdict for a terminal: a table of promises when it passed; otherwise the first broken promise
 * in at most twelve lines. Marks and words carry the meaning, colour only repeats it.
 */
export function formatVerdict(verdict: Verdict, options: FormatOptions): string {
  const width = Math.min(Math.max(options.columns, COLUMNS_MIN), COLUMNS_MAX)
  const style = styleFor(options.color)
  const again = options.again ?? commandFor(verdict, options.submission)
  const lines =
    verdict.state === 'passed'
      ? passed(verdict, width, style)
      : failed(verdict, { explained: explainedLines(options, width), again, width, style })
  return `${lines.map(inert).join('\n')}\n`
}

function passed(verdict: Verdict, width: number, style: Style): string[] {
  const lines = [style.bold(style.green(`✓ ${verdict.exercise}  ${scoreOf(verdict)}`))]
  if (verdict.promises.length > 0) lines.push('')
  for (const promise of verdict.promises) {
    lines.push(...row('✓', promise.text, points(promise.earned, promise.points), width, style))
  }
  for (const part of verdict.absentParts) {
    lines.push(style.dim(`  – Stretch part "${part}" is not there: left out.`))
  }
  return lines
}

/** Never cut, as nothing that is there to be copied; what is too long goes on in the next line. */
function explainedLines({ explained = [] }: FormatOptions, width: number): string[] {
  return explained.flatMap((text) =>
    wrap(text, width - 4).map((line, index) => (index === 0 ? line : `  ${line}`)),
  )
}

function row(mark: string, text: string, right: string, width: number, style: Style): string[] {
  const room = width - right.length - 6
  const [first = '', ...more] = wrap(text, room)
  return [
    `  ${style.green(mark)} ${first.padEnd(room)}  ${right}`,
    ...more.map((line) => `    ${line}`),
  ]
}

interface FailedOptions {
  readonly explained: readonly string[]
  readonly again: string
  readonly width: number
  readonly style: Style
}

function failed(verdict: Verdict, { explained, again, width, style }: FailedOptions): string[] {
  const { test, subject, story: told } = whatBroke(verdict)
  const words = [`✗ ${verdict.exercise}`, verdict.state, scoreOf(verdict)]
  const title = shorten(words.filter((word) => word !== '').join('  '), width)
  const promise = indent(atMost(wrap(subject, width - 2), 2, width - 2))
  const foot = [
    ...verdict.frames.slice(0, 1).map((frame) => `  at ${frame}`),
    // Never cut: they are there to be copied.
    ...[...explained, `Again: ${again}`].map((way) => style.dim(`  ${way}`)),
  ]
  const logged = loggedLines(verdict, test, width)
  const lines = wrap(told, width - 2)
  const most = FAILURE_LINES_MAX - 2 - promise.length - foot.length
  // Where it is explained takes lines from the run: then empty ones go before its events do.
  const isTight = explained.length > 0 && lines.length + Math.min(logged.length, 1) > most
  const head = [style.bold(style.red(title)), ...(isTight ? [] : [''])]
  const room = isTight ? most + 1 : most
  const whole = isTight ? lines.filter((line) => line.trim() !== '') : lines
  const story = indent(withoutMiddle(whole, room - Math.min(logged.length, 1), width - 2))
  return [
    ...head,
    ...spaced(
      [
        promise.map((line) => style.bold(line)),
        story,
        [...logged.slice(0, room - story.length), ...foot],
      ],
      FAILURE_LINES_MAX - head.length,
    ),
  ]
}

/** Blocks of lines with an empty line between two of them, as far as there is room for it. */
function spaced(blocks: readonly string[][], linesMax: number): string[] {
  let room = linesMax - blocks.flat().length
  return blocks.flatMap((block, index) => {
    if (index === 0 || room <= 0) return block
    room -= 1
    return ['', ...block]
  })
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`)
}

function loggedLines(verdict: Verdict, test: TestVerdict | undefined, width: number): string[] {
  const where = test === undefined ? '' : ` in "${test.id}"`
  const lines = test?.console.length ? test.console : verdict.console
  return lines.map((line) =>
    shorten(`  Logged${where}: ${seen(line).replaceAll('\n', ' ')}`, width),
  )
}

function points(earned: number, all: number): string {
  return `${earned} of ${all}`
}

/**
 * A runner of GitHub takes what begins so for a command, wherever it is printed: a sign that looks
 * like the first is none.
 */
function inert(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1\u2236').replaceAll('##[', '#\u266f[')
}
