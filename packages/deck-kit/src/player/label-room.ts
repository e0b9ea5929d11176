import type { Point } from '../drawing/geometry.ts'
import type { Lane } from './lane.ts'

/** The strip of the picture that a label covers. */
export interface LabelBox {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Of a label's letters, on average, and of their line: measured in the page they would cost frames. */
const LETTER = 9.5
const ASCENT = 15
const DESCENT = 5
/** Between one label and the next, so that two are not read as one. */
const GAP = 8

/** Where a label lies that belongs to a message at a point of its lane. */
export function labelBox(
  [x, y]: Point,
  { label: [dx, dy], anchor }: Pick<Lane, 'label' | 'anchor'>,
  text: string,
): LabelBox {
  const width = text.length * LETTER
  const before = { start: 0, middle: 0.5, end: 1 }[anchor] * width
  const left = x + dx - before
  return { left, right: left + width, top: y + dy - ASCENT, bottom: y + dy + DESCENT }
}

/** Whether there is room for a label beside those that are there already. */
export function hasRoom(box: LabelBox, others: readonly LabelBox[]): boolean {
  return others.every(
    (other) =>
      box.right + GAP <= other.left ||
      box.left >= other.right + GAP ||
      box.bottom <= other.top ||
      box.top >= other.bottom,
  )
}
