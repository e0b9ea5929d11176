import { answerDecision, decisionBefore, decisionPlace } from '@five-pillars/content'
import type { DecisionPlace, Leaf } from '@five-pillars/content'

import type { Dialog, Page } from '../dialog/dialog.ts'
import { styleFor, widthOf } from '../format/style.ts'
import { formatEnd, trailLines } from './format-end.ts'
import type { EndScreen } from './format-end.ts'

/** "What is breaking?", question by question, from a place of the tree on. */
export function askDialog(
  start: DecisionPlace,
  { hasTalks }: Pick<EndScreen, 'hasTalks'>,
): Dialog<DecisionPlace> {
  return {
    start,
    hasClock: false,
    page: (place, screen) => pageOf(place, { ...screen, hasTalks }),
    choose: answerDecision,
    move: (place, move) =>
      move === 'restart' ? decisionPlace() : (decisionBefore(place) ?? place),
    lastWords: (place, screen) => lastWords(place, { ...screen, hasTalks }),
  }
}

/** Whether a place is an end of the tree. */
export function isEnd(place: DecisionPlace): place is DecisionPlace & { node: Leaf } {
  return place.node.kind === 'leaf'
}

function pageOf(place: DecisionPlace, screen: EndScreen): Page {
  const { node, first, trail } = place
  if (isEnd(place)) {
    const text = formatEnd(place, screen)
    return { title: 'What to do', place: placeText(place), above: [], choices: [], text }
  }
  const steps = first.map(({ text, reason }) => `${text}. ${reason}`)
  const last = trail.at(-1)?.branch
  const why = last === undefined ? [] : [`${last.answer}: ${lowerFirst(last.reason)}`]
  const branches = node.kind === 'question' ? node.branches : []
  return {
    title: node.kind === 'question' ? node.text : '',
    place: placeText(place),
    above: [...why, ...steps],
    choices: branches.map(({ answer, reason }) => ({ label: answer, note: reason })),
    text: [],
  }
}

/** A reason goes on where the answer ended, unless its first word is a name. */
function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}

function placeText({ trail, node }: DecisionPlace): string {
  return node.kind === 'leaf' ? 'the end' : `question ${trail.length + 1}`
}

/** The end in full; before it the way so far, and how to go on. */
function lastWords(place: DecisionPlace, screen: EndScreen): string {
  if (isEnd(place)) return `${formatEnd(place, screen).join('\n')}\n`
  const width = Math.min(widthOf(screen), screen.columns)
  const lines = trailLines(place, width, styleFor(screen))
  const way = place.trail.length === 0 ? '' : ` ${place.id}`
  return `${[...lines, `Go on with: npx five-pillars ask${way}`].join('\n')}\n`
}
