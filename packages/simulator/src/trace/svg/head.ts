import { describeSpell, spellsOf } from '../spells-of.ts'
import { printable, shortened } from '../printable.ts'
import type { Trace } from '../trace.ts'
import { HEAD_SIZE, LABEL_SIZE } from './style.ts'
import { textWidth } from './text-width.ts'
import type { TimeScale } from './time-scale.ts'

const ROW = 27
const TOP = 6
const MOST_ROWS = 4
const CROSS = 16

/** The rows above the lines: what was found, and what was done to the world, for how long. */
export interface Head {
  readonly items: readonly HeadItem[]
  readonly bottom: number
}

export interface HeadItem {
  readonly kind: 'finding' | 'fault' | 'heal'
  readonly text: string
  /** Where the text begins. */
  readonly x: number
  /** The baseline of the text. */
  readonly y: number
  readonly from: number
  readonly to: number
  /** Whether it goes on behind the window. */
  readonly isOpen: boolean
}

interface Bounds {
  readonly from: number
  readonly to: number
  readonly left: number
  readonly right: number
  readonly scale: TimeScale
}

type Unplaced = Omit<HeadItem, 'y' | 'x'> & { readonly width: number; readonly isLeft: boolean }

/** Puts the items into as few rows as they need, the finding into the first. */
export function headOf(trace: Trace, bounds: Bounds): Head {
  const rows: (readonly [from: number, to: number])[][] = []
  const items: HeadItem[] = []
  for (const item of itemsOf(trace, bounds)) {
    const x = textStart(item, bounds)
    const span = [Math.min(x, item.from), Math.max(x + item.width, item.to)] as const
    const free = rows.findIndex((row) =>
      row.every(([a, b]) => span[1] + 14 < a || b + 14 < span[0]),
    )
    const index = free === -1 ? rows.length : free
    if (index >= MOST_ROWS) continue
    rows[index] = [...(rows[index] ?? []), span]
    items.push({ ...item, x, y: TOP + index * ROW + 14 })
  }
  return { items, bottom: TOP + rows.length * ROW }
}

function itemsOf(trace: Trace, { from, to, left, right, scale }: Bounds): readonly Unplaced[] {
  const finding = trace.findings[0]
  const room = right - left
  const make = (
    kind: HeadItem['kind'],
    words: string,
    [start, end]: readonly [start: number, end: number],
  ): readonly Unplaced[] => {
    if (start > to || end < from) return []
    const size = kind === 'finding' ? HEAD_SIZE * 1.04 : LABEL_SIZE
    const text = fitting(printable(words), Math.floor(room / (size * 0.6)))
    const x1 = Math.max(left, scale.x(start))
    const x2 = Math.min(right, scale.x(end))
    const width = textWidth(text, size) + (kind === 'finding' ? CROSS : 0)
    return [{ kind, text, from: x1, to: x2, isOpen: end > to, width, isLeft: kind === 'finding' }]
  }
  return [
    ...(finding === undefined ? [] : make('finding', finding.text, [finding.at, finding.at])),
    ...spellsOf(trace).flatMap((spell) =>
      make('fault', describeSpell(spell, true), [spell.from, spell.to ?? Number.POSITIVE_INFINITY]),
    ),
    ...(trace.healedAt === null
      ? []
      : make('heal', 'all faults end', [trace.healedAt, trace.healedAt])),
  ]
}

/** A text that is too long ends with a part of its sentence, if it has a short one. */
function fitting(text: string, most: number): string {
  if (text.length <= most) return text
  const end = Math.max(...[': ', ', ', '; ', '. '].map((each) => text.lastIndexOf(each, most)))
  return end > most / 3 ? text.slice(0, end) : shortened(text, most)
}

/** The finding is told before its line, where what led to it is; all else behind its beginning. */
function textStart({ from, width, isLeft }: Unplaced, { left, right }: Bounds): number {
  const wanted = isLeft && from - width - 8 >= left ? from - width - 8 : from + (isLeft ? 8 : 0)
  return Math.max(left, Math.min(wanted, right - width))
}
