import { callText } from '../calls-of.ts'
import { eventText } from '../event-text.ts'
import { printable, shortened } from '../printable.ts'
import { BAR } from './draw-calls.ts'
import type { Bar } from './draw-calls.ts'
import { barriers } from './draw-lives.ts'
import type { Mark } from './draw-marks.ts'
import { isLost } from './draw-messages.ts'
import type { Arrow } from './draw-messages.ts'
import type { Candidate, LabelPlaces } from './label-places.ts'
import { laneOf } from './scene.ts'
import type { Scene } from './scene.ts'
import { LABEL_SIZE } from './style.ts'
import { textWidth } from './text-width.ts'
import { num, xml } from './xml.ts'

const LINE = 17
const LONGEST_LABEL = 32
const AWAY = 5
/** How far the ring of the finding reaches. */
const RING = 14
/** A shorter text is better than a line through the whole one. */
const WORSE = 3

interface Shapes {
  readonly arrows: readonly Arrow[]
  readonly bars: readonly Bar[]
  readonly marks: readonly Mark[]
}

/**
 * Names what is drawn, the most important first, as long as there is room: what does not fit is in
 * the title of its shape.
 */
export function drawLabels(scene: Scene, { arrows, bars, marks }: Shapes): readonly string[] {
  reserveShapes(scene, { arrows, bars, marks })
  const inside = new Map(bars.map((bar) => [bar, insideLabel(scene, bar)]))
  reserveLines(scene, bars)
  const first = marks.filter((mark) => scene.focus.isAboutEvent(mark.emit))
  const others = marks.filter((mark) => !first.includes(mark))
  return [
    ...bars.flatMap((bar) => inside.get(bar) ?? besideLabel(scene, bar)),
    ...first.flatMap((mark) => markLabel(scene, mark)),
    ...broadcasts(scene, arrows).flatMap((group) => arrowLabel(scene, group)),
    ...others.flatMap((mark) => markLabel(scene, mark)),
  ]
}

/** What is drawn must not be written over, and arrows rather not. */
function reserveShapes(scene: Scene, { arrows, marks }: Shapes): void {
  const { places, scale, focus } = scene
  const around = (x: number, y: number, arm: number): void => {
    places.take({ x: x - arm, y: y - arm, width: 2 * arm, height: 2 * arm })
  }
  for (const { x, y } of marks) around(x, y, 8)
  for (const { at: ms, node } of scene.crashes) around(scale.x(ms), laneOf(scene, node)?.y ?? 0, 8)
  for (const arrow of arrows) {
    places.avoid(arrow)
    if (isLost(arrow.message)) around(arrow.x2, arrow.y2, 6)
  }
  const finding = scene.head.items.find(({ kind }) => kind === 'finding')
  if (finding === undefined) return
  places.divide({ x: finding.from - 2, y: 0, width: 4, height: scene.height })
  const lane = laneOf(scene, focus.finding?.node ?? '')
  if (lane !== undefined) around(finding.from, lane.y, RING)
}

/** The lines that only what stands in a bar may be written on. */
function reserveLines(scene: Scene, bars: readonly Bar[]): void {
  const { places, lanes, left, right } = scene
  for (const { y } of lanes) places.take({ x: left, y: y - 4, width: right - left, height: 8 })
  for (const { x, y, width } of bars) places.take({ x, y, width, height: BAR })
  for (const { x1, x2, y } of barriers(scene)) {
    places.take({ x: x1, y: y - 3, width: x2 - x1, height: 6 })
  }
}

/**
 * One label tells what a node sent to many at once, so that these stand together. Messages after
 * the finding come last, else the last messages first.
 */
function broadcasts({ focus }: Scene, arrows: readonly Arrow[]): readonly (readonly Arrow[])[] {
  const groups = new Map<string, Arrow[]>()
  for (const arrow of arrows) {
    const key = JSON.stringify([arrow.message.from, arrow.message.sentAt, arrow.message.label])
    groups.set(key, [...(groups.get(key) ?? []), arrow])
  }
  const isLate = (group: readonly Arrow[]): number => (sentAt(group) > focus.until ? 1 : 0)
  return [...groups.values()].toSorted(
    (one, other) => isLate(one) - isLate(other) || sentAt(other) - sentAt(one),
  )
}

function sentAt(group: readonly Arrow[]): number {
  return group[0]?.message.sentAt ?? 0
}

const INSIDE = [0.5, 0.2, 0.8, 0.02, 0.98] as const

/** A call in its bar, as near to the middle as marks and arrows let it; undefined if it is too long. */
function insideLabel({ places }: Scene, { call, x, y, width }: Bar): readonly string[] | undefined {
  const text = shortened(callText(call), LONGEST_LABEL)
  const room = width - 10 - textWidth(text, LABEL_SIZE)
  if (room < 0) return undefined
  const candidates = INSIDE.map((share, step) => at(text, x + 5 + room * share, y + 3, step))
  const found = places.place(candidates)
  if (found === undefined) return undefined
  return [labelText(found, call.answer?.outcome === 'ok' ? 'in' : 'halo')]
}

function besideLabel({ places }: Scene, { call, x, y, width }: Bar): readonly string[] {
  const texts = [shortened(callText(call), LONGEST_LABEL), shortened(call.text, LONGEST_LABEL)]
  const candidates = texts.flatMap((text, words) => {
    const own = textWidth(text, LABEL_SIZE)
    const starts = [x, x + (width - own) / 2, x + width - own - 4, x - own - 4, x + width + 4]
    return [y - LINE - 1, y + BAR + 1].flatMap((top, side) =>
      starts.map((left, place) => at(text, left, top, words * WORSE + side + place)),
    )
  })
  return placed(places, candidates)
}

function markLabel(scene: Scene, { emit, x, y, isLeader }: Mark): readonly string[] {
  const text = shortened(eventText(emit.event, emit.data), LONGEST_LABEL)
  const wide = textWidth(text, LABEL_SIZE)
  const { finding } = scene.focus
  const isRinged = finding?.node === emit.node && Math.abs(scene.scale.x(finding.at) - x) < RING
  const gap = isRinged ? RING + 1 : isLeader ? 10 : 9
  const starts = [x + 3, x - wide / 2, x - wide - 3]
  const candidates = [y - gap - LINE, y + gap].flatMap((top, side) =>
    starts.map((left, place) => at(text, left, top, side * 2 + place)),
  )
  return placed(scene.places, candidates)
}

function arrowLabel({ places }: Scene, group: readonly Arrow[]): readonly string[] {
  const label = group[0]?.message.label ?? ''
  if (label === '') return []
  const whole = shortened(printable(label), LONGEST_LABEL)
  const short = whole.split(/[,(:]/)[0]?.trim() ?? whole
  const texts = [...new Set([whole, short])]
  return placed(
    places,
    texts.flatMap((text, words) => group.flatMap((arrow) => besides(arrow, text, words * WORSE))),
  )
}

const SHARES = [0.5, 0.38, 0.62, 0.26, 0.74, 0.16, 0.84] as const

/** Places to the right and left of a slanted line, or above and below it, from its middle on. */
function besides(own: Arrow, text: string, cost: number): readonly Candidate[] {
  const { x1, y1, x2, y2 } = own
  const wide = textWidth(text, LABEL_SIZE)
  const [dx, dy] = [x2 - x1, y2 - y1]
  const lean = Math.abs(dx / (dy || 1)) * (LINE / 2)
  const rise = Math.abs(dy / (dx || 1)) * (wide / 2)
  const isSteep = Math.abs(dx) < Math.abs(dy) * 2
  return SHARES.flatMap((share, step) => {
    const beside = { x: x1 + dx * share, y: y1 + dy * share }
    const { x, y } = beside
    const places = isSteep
      ? [
          [x + AWAY + lean, y - LINE / 2],
          [x - AWAY - lean - wide, y - LINE / 2],
        ]
      : [
          [x - wide / 2, y - rise - LINE],
          [x - wide / 2, y + rise],
        ]
    return places.map(([left = 0, top = 0], side) => {
      const place = at(text, left, top, cost + step / 2 + side / 4)
      return { ...place, own, beside }
    })
  })
}

function at(text: string, x: number, y: number, cost: number): Candidate {
  return { text, x, y, width: textWidth(text, LABEL_SIZE), height: LINE, cost }
}

function placed(places: LabelPlaces, candidates: readonly Candidate[]): readonly string[] {
  const found = places.place(candidates)
  return found === undefined ? [] : [labelText(found, 'halo')]
}

function labelText(
  { text, x, y, width }: Pick<Candidate, 'text' | 'x' | 'y' | 'width'>,
  className: string,
): string {
  const middle = num(x + width / 2)
  return `<text class="${className}" x="${middle}" y="${num(y + 13)}" text-anchor="middle">${xml(text)}</text>`
}
