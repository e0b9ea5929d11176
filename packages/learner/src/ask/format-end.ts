import { decisionEnd, source } from '@five-pillars/content'
import type { DecisionPlace, Figure, Leaf, Pattern } from '@five-pillars/content'

import { styleFor, widthOf } from '../format/style.ts'
import type { Screen, Style } from '../format/style.ts'
import { wrap, wrapAfter } from '../format/wrap.ts'

const INDENT = '  '

export interface EndScreen extends Screen {
  /** Whether the talks are here: a learner's kit has none. */
  readonly hasTalks: boolean
}

/** Where somebody came from, and what to do here: the pillar, its patterns and what teaches them. */
export function formatEnd(place: DecisionPlace & { node: Leaf }, screen: EndScreen): string[] {
  const style = styleFor(screen)
  const width = Math.min(widthOf(screen), screen.columns)
  const { pillar, patterns, deck, exercise, figure } = decisionEnd(place.node)
  return [
    ...wrapAfter(`${pillar.name}: `, pillar.question, width).map((row) => style('bold', row)),
    '',
    ...patterns.flatMap((each, index) => patternLines(each, index, width, style)),
    ...wrap(figureText(figure), width),
    ...wrap(evidence(figure), width).map((row) => style('dim', row)),
    '',
    ...wrapAfter('Talk:      ', `${deck.title}, ${deck.minutes} min`, width),
    ...(screen.hasTalks ? [`           npx five-pillars present ${deck.id}`] : []),
    ...wrapAfter('Exercise:  ', `${exercise.title}, ${exercise.minutes} min`, width),
    `           npx five-pillars check ${exercise.slug}`,
    '',
    style('bold', 'The way here'),
    '',
    ...trailLines(place, width, style),
    ...wrapAfter('This again: ', `npx five-pillars ask ${place.id}`, width).map((row) =>
      style('dim', row),
    ),
  ]
}

/** Each answer of the way and its reason; what had to be done on it. */
export function trailLines(
  { trail, first }: Pick<DecisionPlace, 'trail' | 'first'>,
  width: number,
  style: Style,
): string[] {
  const steps = (done: DecisionPlace['first']): string[] =>
    done.flatMap(({ text, reason }) => [
      ...wrap(text, width),
      ...wrapAfter(INDENT, reason, width).map((row) => style('dim', row)),
    ])
  const answered = trail.flatMap(({ first: before, question, branch }) => [
    ...steps(before),
    ...wrap(`${question.text} ${branch.answer}`, width),
    ...wrapAfter(INDENT, branch.reason, width).map((row) => style('dim', row)),
  ])
  const lines = [...answered, ...steps(first)]
  return lines.length === 0 ? [] : [...lines, '']
}

function patternLines(each: Pattern, index: number, width: number, style: Style): string[] {
  return [
    ...wrap(`${index + 1}. ${each.name}`, width).map((row) => style('bold', row)),
    ...wrapAfter(INDENT, each.summary, width),
    ...wrapAfter(`${INDENT}Use it when: `, each.useWhen, width),
    ...wrapAfter(`${INDENT}Not when:    `, each.notWhen, width),
    ...wrapAfter(`${INDENT}It costs:    `, each.costs, width),
    '',
  ]
}

function figureText({ value, unit, label }: Figure): string {
  return `${[value, unit].filter((part) => part !== '').join(' ')} ${label}.`
}

function evidence({ measuredBy, sources }: Figure): string {
  if (measuredBy !== undefined) return `Measured here: ${measuredBy}`
  return sources
    .map((id) => source(id))
    .map(({ authors, year, url }) => `${authors}, ${year}: ${url}`)
    .join(' · ')
}
