import { stripVTControlCharacters } from 'node:util'

import { exerciseBySlug } from '@five-pillars/content'
import { formatVerdict } from '@five-pillars/judge'

import { tokenOf } from '../check/broken-check.ts'
import type { Checked } from '../check/create-runner.ts'
import { explainedIn } from '../format/explain.ts'
import { formatHint } from '../format/format-hint.ts'
import { formatProgress } from '../format/format-progress.ts'
import { styleFor, widthOf } from '../format/style.ts'
import type { Screen } from '../format/style.ts'
import { pillarName } from '../format/pillar-name.ts'
import { wrap, wrapAfter, wrapCommand } from '../format/wrap.ts'
import { briefLines } from './brief-lines.ts'
import { roomLines, submissionLines } from '../room/room-lines.ts'
import type { State, Trouble } from './state.ts'
import { placeOf } from './step.ts'

/** The middle of the screen. */
export interface Body {
  readonly lines: readonly string[]
  /** The line to begin at. */
  readonly start: number
}

/** What the learner looks at: the last check, or what a key asked for. */
export function bodyOf(state: State, screen: Screen): Body {
  const { view, slug } = state
  switch (view.kind) {
    case 'verdict':
      return fromTop(checkLines(state, screen))
    case 'hint':
      return fromTop(linesOf(formatHint(view.hint, { ...screen, slug, more: 'press h' })))
    case 'brief':
      return briefLines(view, screen)
    case 'progress':
      return fromTop(linesOf(formatProgress(placeOf(state), { ...screen, now: atOf(state) })))
    case 'room':
      return fromTop(state.room === null ? [] : roomLines(state.room, slug, screen))
    case 'submission':
      return fromTop(state.room === null ? [] : submissionLines(state.room, slug, screen))
    case 'text':
      return fromTop([
        styleFor(screen)('bold', view.title),
        '',
        ...view.lines.flatMap((line) => wrapIndented(line, widthOf(screen))),
      ])
  }
}

function checkLines(state: State, screen: Screen): string[] {
  const { last, trouble, running, slug } = state
  const width = widthOf(screen)
  const style = styleFor(screen)
  if (trouble !== null) return [...troubleLines(trouble, width), '', 'Then press Enter.']
  if (last === null) {
    const { sentence, minutes } = exerciseBySlug(slug)
    return [
      ...wrap(`${sentence} About ${minutes} minutes.`, width),
      '',
      style('dim', running === slug ? 'Checking your file…' : 'Press Enter to check your file.'),
    ]
  }
  const { verdict, brief, saved } = last
  const again = tokenOf(verdict) === undefined ? 'press Enter' : 'press r'
  const options = { ...screen, explained: briefWays(brief), again }
  const lines = linesOf(formatVerdict(verdict, options))
  const isGone = saved?.kind === 'no-file'
  return [
    ...lines,
    ...(isGone ? goneLines(slug, width) : []),
    ...(verdict.state === 'passed' ? ['', ...doneLines(state, last, screen)] : []),
    ...besideLines(last, width),
    ...(running === slug ? ['Checking what you saved…'] : keptAs(last)).flatMap((line) => [
      '',
      style('dim', line),
    ]),
  ]
}

/** Where the broken promise is explained. */
function briefWays(brief: Checked['brief']): string[] {
  if (brief === null) return []
  const { promise, line, talk } = brief
  return [`Brief: promise ${promise}, line ${line} of README.md: b shows it`, ...explainedIn(talk)]
}

/** That the file is kept is said each time: nobody has to trust it. */
function keptAs({ saved, ms }: Checked): string[] {
  if (saved === null || saved.kind === 'no-file') return []
  return [`Kept as your version ${saved.version.number}. Checked in ${Math.round(ms)} ms.`]
}

function goneLines(slug: string, width: number): string[] {
  const text = `Save src/${slug}.ts again, or press v for one of your versions, or x for the starter.`
  return ['', ...wrap(text, width)]
}

/** It stops here: what comes next is said, and waits for a key. */
function doneLines(state: State, { reached }: Checked, screen: Screen): string[] {
  const width = widthOf(screen)
  const style = styleFor(screen)
  const isOwn = (state.progress.exercises[state.slug]?.passedAt ?? null) !== null
  const { next } = placeOf(state)
  const words = isOwn
    ? 'Every open check is kept. The graded tests know more stories: b shows what they may ask.'
    : 'It works, and it is not your own: v takes one of your versions back.'
  const after =
    next === null
      ? 'That was the last exercise.'
      : `Next: ${next.slug} (${pillarName(next)}, ${next.minutes} minutes). Press n when you are ready.`
  return [
    ...wrap(words, width),
    ...reached.map(({ title }) => style('green', `Milestone: ${title}`)),
    '',
    ...wrap(after, width).map((line) => style('bold', line)),
  ]
}

/** What went wrong beside the check: it never costs the verdict. */
function besideLines({ trouble, keptAside }: Checked, width: number): string[] {
  return [
    ...(trouble === null
      ? []
      : ['', ...troubleLines({ text: trouble.message, fix: trouble.fix }, width)]),
    ...(keptAside === null
      ? []
      : [
          '',
          ...wrap(
            `progress.json could not be read: it is kept as ${keptAside}, and rebuilt.`,
            width,
          ),
        ]),
  ]
}

function troubleLines({ text, fix }: Trouble, width: number): string[] {
  return [...text.split('\n').flatMap((line) => wrap(line, width)), ...wrapCommand(fix, width)]
}

function wrapIndented(line: string, width: number): string[] {
  if (stripVTControlCharacters(line).length <= width) return [line]
  const indent = /^ */.exec(line)?.[0] ?? ''
  if (line.trim() === '') return ['']
  return indent === '' ? wrapCommand(line, width) : wrapAfter(indent, line, width)
}

function linesOf(text: string): string[] {
  return text.replace(/\n+$/, '').split('\n')
}

function fromTop(lines: readonly string[]): Body {
  return { lines, start: 0 }
}

/** Times are shown beside the last that is known: a screen depends on its state alone. */
function atOf({ progress }: State): number {
  return Math.max(progress.currentAt ?? 0, ...progress.milestones.map(({ at }) => at))
}
