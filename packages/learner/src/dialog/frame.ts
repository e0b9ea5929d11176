import { fit } from '../companion/fit.ts'
import { styleFor, widthOf } from '../format/style.ts'
import type { Screen, Style } from '../format/style.ts'
import { wrap, wrapAfter } from '../format/wrap.ts'
import type { Page } from './dialog.ts'
import { letters } from './keys.ts'

export interface Size extends Screen {
  /** Height in lines. */
  readonly rows: number
}

/** Where somebody is on a page: the choice that Enter takes, and the first line of a text. */
export interface Cursor {
  readonly picked: number
  readonly top: number
}

export interface Frame {
  /** No more than the terminal has, none wider than it. */
  readonly lines: readonly string[]
  /** How far the middle can be moved. */
  readonly topMax: number
  readonly room: number
}

/** So little is always left for the middle. */
const ROOM_MIN = 3

/** A whole screen: the title, the page, the keys. */
export function frameOf(page: Page, cursor: Cursor, size: Size): Frame {
  const style = styleFor(size)
  const width = Math.min(widthOf(size), size.columns)
  const head = headOf(page, width, style)
  const foot = [style('dim', '─'.repeat(width)), ...keysOf(page, width, style)]
  const room = Math.max(ROOM_MIN, size.rows - head.length - foot.length)
  const { lines, from, to } = middleOf(page, { cursor, width, room, style })
  const topMax = Math.max(0, lines.length - room)
  // A choice is always on the screen, whatever else is not.
  const wanted = to > 0 ? between(from, to - room, cursor.top) : cursor.top
  const top = Math.min(Math.max(0, wanted), topMax)
  const shown = lines.slice(top, top + room)
  const isCut = topMax > 0
  return {
    lines: [
      ...head,
      ...shown,
      ...Array.from({ length: room - shown.length }, () => ''),
      isCut ? scrollLine({ top, room, length: lines.length, width, style }) : (foot[0] ?? ''),
      ...foot.slice(1),
    ]
      .slice(0, size.rows)
      .map((line) => fit(line, size.columns)),
    topMax,
    room,
  }
}

/** Of two lines, whichever comes first, the one that is nearest, or the wanted one between them. */
function between(one: number, other: number, wanted: number): number {
  return Math.max(Math.min(one, other), Math.min(Math.max(one, other), wanted))
}

function headOf({ title, place }: Page, width: number, style: Style): string[] {
  const gap = width - title.length - place.length
  const isRoomy = gap > 0
  return [
    isRoomy
      ? `${style('bold', title)}${' '.repeat(gap)}${style('dim', place)}`
      : style('bold', title),
    ...(isRoomy ? [] : [style('dim', place)]),
    style('dim', '─'.repeat(width)),
  ]
}

interface MiddleOptions {
  cursor: Cursor
  width: number
  room: number
  style: Style
}

interface Middle {
  lines: readonly string[]
  /** Lines that the picked choice takes; none where there is nothing to choose. */
  from: number
  to: number
}

/** With the notes of all choices where they fit, else with that of the picked one. */
function middleOf(page: Page, options: MiddleOptions): Middle {
  const whole = withNotes(page, options, true)
  return whole.lines.length <= options.room ? whole : withNotes(page, options, false)
}

function withNotes(page: Page, options: MiddleOptions, isEachNoted: boolean): Middle {
  const { cursor, width, style } = options
  const above = page.above.flatMap((paragraph) => [...wrap(paragraph, width), ''])
  const choices = page.choices.map(({ label, note }, index) => {
    const isPicked = index === cursor.picked
    const mark = `${isPicked ? '>' : ' '} ${index + 1}  `
    const rows = wrapAfter(mark, label, width).map((row) => (isPicked ? style('bold', row) : row))
    const isNoted = note !== undefined && (isEachNoted || isPicked)
    return isNoted ? [...rows, ...notes(note, mark.length, width, style)] : rows
  })
  const before = choices.slice(0, cursor.picked).flat().length
  const own = choices[cursor.picked]?.length ?? 0
  return {
    lines: [...above, ...choices.flat(), ...page.text],
    from: above.length + before,
    to: own === 0 ? 0 : above.length + before + own,
  }
}

function notes(note: string, indent: number, width: number, style: Style): string[] {
  return wrapAfter(' '.repeat(indent), note, width).map((row) => style('dim', row))
}

interface Scroll {
  top: number
  room: number
  length: number
  width: number
  style: Style
}

function scrollLine({ top, room, length, width, style }: Scroll): string {
  const label = ` lines ${top + 1}–${Math.min(length, top + room)} of ${length}, ↑ ↓ or space `
  return style('dim', `──${label}${'─'.repeat(Math.max(0, width - label.length - 2))}`)
}

const GAP = '  '

function keysOf({ choices }: Page, width: number, style: Style): string[] {
  const numbers = choices.length === 1 ? '1' : `1–${choices.length}`
  const answering = [{ key: numbers, word: 'or ↑ ↓ and Enter: answer' }]
  const items = [...(choices.length === 0 ? [] : answering), ...letters]
  const lines: string[] = []
  let used = Infinity
  for (const { key, word } of items) {
    const length = key.length + 1 + word.length
    const item = `${style('bold', key)} ${word}`
    const isNext = used + GAP.length + length > width
    lines.push(isNext ? item : `${lines.pop()}${GAP}${item}`)
    used = isNext ? length : used + GAP.length + length
  }
  return lines
}
