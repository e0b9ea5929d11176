import type { ExerciseEntry } from '@five-pillars/content'

import { styleFor, widthOf } from '../format/style.ts'
import type { Screen, Style } from '../format/style.ts'
import { pillarName } from '../format/pillar-name.ts'
import { wrapCommand } from '../format/wrap.ts'
import { roomLine } from '../room/room-lines.ts'
import { bodyOf } from './body.ts'
import { fit } from './fit.ts'
import { keysNow } from './keys.ts'
import type { State } from './state.ts'
import { placeOf } from './step.ts'

export interface Size extends Screen {
  /** Height in lines. */
  readonly rows: number
}

/** What a terminal shows, and how far its middle can be scrolled. */
export interface Frame {
  /** No more than the terminal has, none wider than it. */
  readonly lines: readonly string[]
  /** First line of the middle that is shown. */
  readonly top: number
  readonly room: number
  readonly length: number
}

/** So little is always left for the middle. */
const ROOM_MIN = 3

/** The whole screen: where the learner is, what came of it, what can be done. */
export function frameOf(state: State, size: Size): Frame {
  const style = styleFor(size)
  const width = Math.min(widthOf(size), size.columns)
  const body = bodyOf(state, size)
  const head = headOf(state, width, style)
  const keyLines = state.question === null ? keysOf(state, width, style) : []
  const note = noteOf(state, width, style)
  const around = head.length + note.length + keyLines.length + 2
  const room = Math.max(ROOM_MIN, size.rows - around)
  const top = Math.min(state.top ?? body.start, Math.max(0, body.lines.length - room))
  const shown = body.lines.slice(top, top + room)
  const lines = [
    ...head,
    ...shown,
    // The keys stay in their place, however much there is to say.
    ...Array.from({ length: room - shown.length }, () => ''),
    ...note,
    moreOf({ top, room, length: body.lines.length, width, style, isAside: isAside(state) }),
    ...keyLines,
  ]
  return {
    lines: lines.slice(0, size.rows).map((line) => fit(line, size.columns)),
    top,
    room,
    length: body.lines.length,
  }
}

function headOf(state: State, width: number, style: Style): string[] {
  const { stations, passed, current, path } = placeOf(state)
  const index = stations.findIndex(({ exercise }) => exercise.slug === state.slug)
  const place = index === -1 ? '' : `${index + 1} of ${stations.length}`
  const where = `${pillarName(current)} / ${state.slug}`
  const points = stations.reduce((sum, { done }) => sum + (done?.graded?.points ?? 0), 0)
  const total = stations.reduce((sum, { done }) => sum + (done?.graded?.total ?? 0), 0)
  const parts = [
    place,
    `${passed} done`,
    ...(total > 0 ? [`${points} of ${total} points`] : []),
    ...(path === null || width < WIDE ? [] : [path.title]),
  ]
  const right = parts.filter((part) => part !== '').join(' · ')
  const gap = Math.max(1, width - where.length - right.length)
  return [
    `${style('bold', where)}${' '.repeat(gap)}${style('dim', right)}`,
    style('dim', fileOf(current, width)),
    ...roomLinesOf(state, width, style),
    style('dim', '─'.repeat(width)),
  ]
}

/** One line, always: what is above the file does not jump about. */
function roomLinesOf({ room, slug }: State, width: number, style: Style): string[] {
  if (room === null) return []
  const line = roomLine(room, slug, width)
  return [style(room.link === 'joined' ? 'dim' : 'yellow', line)]
}

/** The whole path where it fits: it is copied into editors. */
function fileOf({ path, slug }: ExerciseEntry, width: number): string {
  const whole = `Edit ${path}/src/${slug}.ts`
  return whole.length <= width ? whole : `Edit src/${slug}.ts`
}

/** From here on the name of the path has room. */
const WIDE = 78

function noteOf({ note }: State, width: number, style: Style): string[] {
  if (note === null) return ['']
  return ['', ...wrapCommand(note, width).map((line) => style('yellow', line))]
}

interface More {
  top: number
  room: number
  length: number
  width: number
  style: Style
  isAside: boolean
}

/** Something else than the last check is looked at. */
function isAside({ view, question }: State): boolean {
  return view.kind !== 'verdict' && question === null
}

/** The line above the keys; it says where one is in what does not fit. */
function moreOf({ top, room, length, width, style, isAside: isBack }: More): string {
  const last = Math.min(length, top + room)
  const label = [
    ...(length <= room ? [] : [`lines ${top + 1}–${last} of ${length}, ↑ ↓ or space`]),
    ...(isBack ? ['Esc goes back'] : []),
  ].join(' · ')
  if (label === '') return style('dim', '─'.repeat(width))
  return style('dim', `── ${label} ${'─'.repeat(Math.max(0, width - label.length - 4))}`)
}

const GAP = '  '

function keysOf({ room }: State, width: number, style: Style): string[] {
  const items = [{ key: 'Enter', word: 'check' }, ...keysNow(room)]
  const lines: string[] = []
  let used = Infinity
  for (const { key, word } of items) {
    const length = key.length + 1 + word.length
    const item = `${style('bold', key)} ${word}`
    if (used + GAP.length + length > width) {
      lines.push(item)
      used = length
    } else {
      lines.push(`${lines.pop()}${GAP}${item}`)
      used += GAP.length + length
    }
  }
  return lines
}
