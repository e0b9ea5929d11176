import { firstNotPassed } from '../grade/grade.ts'
import type { TestVerdict, Verdict } from '../verdict.ts'
import { styleFor } from './style.ts'
import type { Style } from './style.ts'
import { atMost, shorten, wrap } from './wrap.ts'

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
}

/**
 * A verdict for a terminal: a table of promises when it passed; otherwise the first broken promise
 * in at most twelve lines. Marks and words carry the meaning, colour only repeats it.
 */
export function formatVerdict(verdict: Verdict, options: FormatOptions): string {
  const width = Math.min(Math.max(options.columns, COLUMNS_MIN), COLUMNS_MAX)
  const style = styleFor(options.color)
  const command = commandFor(verdict, options.submission)
  const lines =
    verdict.state === 'passed'
      ? passed(verdict, width, style)
      : failed(verdict, command, width, style)
  return `${lines.join('\n')}\n`
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

function row(mark: string, text: string, right: string, width: number, style: Style): string[] {
  const room = width - right.length - 6
  const [first = '', ...more] = wrap(text, room)
  return [
    `  ${style.green(mark)} ${first.padEnd(room)}  ${right}`,
    ...more.map((line) => `    ${line}`),
  ]
}

/** The test whose words are those of the whole verdict. */
function shownTest({ tests, got, state }: Verdict): TestVerdict | undefined {
  const test = firstNotPassed(tests)
  return test?.got === got && test?.state === state ? test : undefined
}

function failed(verdict: Verdict, command: string, width: number, style: Style): string[] {
  const shown = shownTest(verdict)
  const title = shorten(`✗ ${verdict.exercise}  ${verdict.state}  ${scoreOf(verdict)}`, width)
  const head = [style.bold(style.red(title)), '']
  const promise = indent(atMost(wrap(subjectOf(verdict, shown), width - 2), 2, width - 2))
  const foot = [
    ...verdict.frames.slice(0, 1).map((frame) => `  at ${frame}`),
    // Never cut: it is there to be copied.
    style.dim(`  Again: ${command}`),
  ]
  const room = FAILURE_LINES_MAX - head.length - promise.length - foot.length
  const logged = loggedLines(verdict, shown, width)
  const story = indent(
    atMost(
      wrap(verdict.got ?? 'It gave no reason.', width - 2),
      room - Math.min(logged.length, 1),
      width - 2,
    ),
  )
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

/** What was not kept: the promise, and the test where there is none or where it never ended. */
function subjectOf(verdict: Verdict, test: TestVerdict | undefined): string {
  if (test === undefined) return wholeSubject(verdict)
  const promise = verdict.promises.find(({ id }) => id === test.promise)
  if (promise === undefined || neverEnded(test)) return `While testing: ${test.id}`
  return `Broken promise: ${promise.text}`
}

function neverEnded({ state }: TestVerdict): boolean {
  return state === 'timeout' || state === 'crashed' || state === 'out-of-memory'
}

function wholeSubject({ state, tests }: Verdict): string {
  if (state === 'does-not-compile') return 'The file does not compile.'
  if (tests.some((test) => test.state === 'passed')) return 'Outside any test:'
  return 'Nothing of it was graded.'
}

function loggedLines(verdict: Verdict, test: TestVerdict | undefined, width: number): string[] {
  const where = test === undefined ? '' : ` in "${test.id}"`
  const lines = test?.console.length ? test.console : verdict.console
  return lines.map((line) => shorten(`  Logged${where}: ${line.replaceAll('\n', ' ')}`, width))
}

function scoreOf(verdict: Verdict): string {
  if (verdict.mode === 'judged') return `${points(verdict.points, verdict.total)} points, graded`
  const kept = verdict.tests.filter((test) => test.state === 'passed').length
  return `${kept} of ${verdict.tests.length} open checks`
}

function points(earned: number, all: number): string {
  return `${earned} of ${all}`
}

function commandFor(verdict: Verdict, submission?: string): string {
  const { mode, exercise, seed, tests } = verdict
  const file = submission === undefined ? '' : ` --submission ${quoted(submission)}`
  const replay = shownTest(verdict)?.replay ?? null
  if (replay !== null) return `npx five-pillars check ${exercise}${file} --replay ${replay}`
  // The visible suite always starts from the same seed.
  if (mode === 'open') return `npx five-pillars check ${exercise}`
  const again = tests.some((test) => test.got !== null) ? ` --seed ${seed}` : ''
  return `npx five-pillars judge ${exercise}${file}${again}`
}

/** In quotes where a shell would take the name apart. */
function quoted(file: string): string {
  return /^[\w./\\:@~+-]+$/.test(file) ? file : JSON.stringify(file)
}
