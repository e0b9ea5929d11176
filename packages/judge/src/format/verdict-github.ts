import type { TestVerdict, Verdict } from '../verdict.ts'
import { seen } from './seen.ts'
import { storyOf } from './story-of.ts'
import { scoreOf, subjectOf, whatBroke } from './what-broke.ts'

/** A step shows so many annotations of a kind, and drops the rest without a word. */
const ANNOTATIONS_MAX = 10

/**
 * A verdict as annotations of GitHub Actions: an error for each promise that was not kept, in its
 * words and, where there is one, at its place.
 *
 * @param file path of the judged file from the root of the repository, with `/`
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function verdictGithub(verdict: Verdict, file: string): string {
  const { state, frames } = verdict
  if (state === 'passed') {
    return annotation('notice', { file, title: verdict.exercise }, scoreOf(verdict))
  }
  const tests = firstOfEach(verdict.tests.filter((test) => test.got !== null))
  const { test: shown, subject, story } = whatBroke(verdict)
  const title = (what: string): string => `${verdict.exercise}: ${what}`
  const whole = annotation('error', { file, ...placeOf(frames), title: title(subject) }, story)
  const each = tests.map((test) => {
    const properties = { file, ...placeOf(test.frames), title: title(subjectOf(verdict, test)) }
    return annotation('error', properties, storyOf(test.got))
  })
  const lines = shown === undefined ? [whole, ...each] : each
  return lines.slice(0, ANNOTATIONS_MAX).join('')
}

/** Of the tests of one promise the first tells enough. */
function firstOfEach(tests: readonly TestVerdict[]): TestVerdict[] {
  const groups = Map.groupBy(tests, ({ promise, id }) => promise ?? id)
  return [...groups.values()].flatMap(([first]) => (first === undefined ? [] : [first]))
}

function placeOf([frame = '']: readonly string[]): { line?: string; col?: string } {
  const [, line, col] = /:(\d+):(\d+)$/.exec(frame) ?? []
  return line === undefined || col === undefined ? {} : { line, col }
}

function annotation(
  kind: 'error' | 'notice',
  properties: Readonly<Record<string, string>>,
  message: string,
): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`)
  return `::${kind} ${list.join(',')}::${data(message)}\n`
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** A command is one line, and the percent sign escapes. */
function data(text: string): string {
  return seen(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}
