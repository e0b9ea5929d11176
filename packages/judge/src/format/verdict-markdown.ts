import type { PromiseVerdict, Verdict } from '../verdict.ts'
import { commandFor } from './command-for.ts'
import { fenced, markdownText } from './markdown-text.ts'
import { scoreOf, whatBroke } from './what-broke.ts'

export interface MarkdownOptions {
  /** The judged file as its judge named it, for the command that repeats the run. */
  submission?: string | undefined
  /** The run that broke the promise, as a Mermaid diagram. */
  diagram?: string | undefined
}

/**
 * A verdict as Markdown, for `$GITHUB_STEP_SUMMARY`: the score, a table of promises, and the first
 * broken promise with its story.
 */
export function verdictMarkdown(verdict: Verdict, options: MarkdownOptions = {}): string {
  const passed = verdict.state === 'passed'
  const head = passed ? '✓' : '✗'
  const words = [...(passed ? [] : [verdict.state]), scoreOf(verdict)]
  const lines = [
    `## ${head} ${markdownText(verdict.exercise)}: ${words.filter((word) => word !== '').join(', ')}`,
    '',
    ...promiseTable(verdict.promises),
    ...verdict.absentParts.map((part) => `Stretch part ${markdownText(part)}: left out.\n`),
    ...(passed ? [] : broken(verdict, options)),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function promiseTable(promises: readonly PromiseVerdict[]): string[] {
  if (promises.length === 0) return []
  const rows = promises.map(({ state, text, kind, earned, points }) => {
    return `| ${markOf(state)} | ${markdownText(text)} | ${kind} | ${earned} of ${points} |`
  })
  const isHeldBack = promises.some(({ state, earned }) => state === 'passed' && earned === 0)
  const note = isHeldBack ? ['While a safety promise is broken, the others earn nothing.', ''] : []
  return ['|  | promise | kind | points |', '| --- | --- | --- | ---: |', ...rows, '', ...note]
}

function markOf(state: PromiseVerdict['state']): string {
  if (state === 'passed') return '✓'
  return state === 'not-run' ? '–' : '✗'
}

function broken(verdict: Verdict, { submission, diagram }: MarkdownOptions): string[] {
  const { subject, story } = whatBroke(verdict)
  const places = verdict.frames.slice(0, 1).map((frame) => `at ${frame}`)
  return [
    `**${markdownText(subject)}**`,
    '',
    ...fenced([story, ...places].join('\n'), 'text'),
    '',
    ...(diagram === undefined ? [] : [...fenced(diagram, 'mermaid'), '']),
    'Again:',
    '',
    ...fenced(commandFor(verdict, submission), 'sh'),
  ]
}
