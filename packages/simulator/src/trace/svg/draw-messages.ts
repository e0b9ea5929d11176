import type { Message } from '../messages-of.ts'
import { timeText } from '../time-text.ts'
import type { Segment } from './boxes.ts'
import { callEdge } from './draw-calls.ts'
import { barriers } from './draw-lives.ts'
import type { Barrier } from './draw-lives.ts'
import { laneOf } from './scene.ts'
import type { Scene } from './scene.ts'
import { cross, line, num, xml } from './xml.ts'

const HEAD = 8
const HEAD_HALF = 3.2
/** A message that the network lost is drawn up to here. */
const LOST_AT = 0.6
/** One whose link is cut, where no broken line is in its way. */
const CUT_AT = 0.8
/** One whose loss takes no time still has to lean. */
const LEAST_LEAN = 14
/** One that arrives after the window, if at all, goes off in the direction of its receiver. */
const UNKNOWN_LEAN = 40

/** A message as it is drawn, from its sender to where it ends. */
export interface Arrow extends Segment {
  readonly message: Message
}

/** The arrows of all messages between nodes that are drawn, as far as they are in the window. */
export function arrowsOf(scene: Scene): readonly Arrow[] {
  const walls = barriers(scene)
  return scene.messages.flatMap((message) => {
    const whole = wayOf(scene, message)
    if (whole === undefined) return []
    const { x1, x2 } = whole
    const first = x1 < scene.left ? (scene.left - x1) / (x2 - x1) : 0
    const last = Math.min(lastShare(whole, message, walls), (scene.right - x1) / (x2 - x1 || 1))
    return last <= first ? [] : [{ message, ...part(whole, first, last) }]
  })
}

/** From where a message was sent to where it would arrive, from line to line. */
function wayOf(scene: Scene, { from, to, sentAt, end }: Message): Segment | undefined {
  const start = laneOf(scene, from)
  const goal = laneOf(scene, to)
  if (start === undefined || goal === undefined || start === goal) return undefined
  const way = Math.sign(goal.y - start.y)
  const x1 = scene.scale.x(sentAt)
  const x2 = end === null ? x1 + UNKNOWN_LEAN : scene.scale.x(end.at)
  return {
    x1,
    y1: start.y + way * callEdge(scene, from, sentAt),
    x2: Math.max(x2, end?.lost === 'lost' ? x1 + LEAST_LEAN : x1),
    y2: goal.y - way * callEdge(scene, to, end?.at ?? scene.to),
  }
}

/** How far a message came: one that is lost stops at the broken line, or before its receiver. */
function lastShare(
  { x1, y1, x2, y2 }: Segment,
  { end }: Message,
  walls: readonly Barrier[],
): number {
  if (end === null) return LOST_AT
  if (end.lost === null) return 1
  if (end.lost === 'down') return 1 - Math.min(0.5, 9 / Math.abs(y2 - y1))
  if (end.lost === 'lost') return LOST_AT
  const shares = walls
    .filter((wall) => wall.x1 <= x2 && wall.x2 >= x1)
    .map((wall) => (wall.y - y1) / (y2 - y1))
    .filter((share) => share > 0 && share < 1)
  return Math.min(CUT_AT, ...shares)
}

/** Interrupts the broken lines that a message passes because they are not about its own link. */
export function drawBridges(scene: Scene, arrows: readonly Arrow[]): readonly string[] {
  return barriers(scene).flatMap((wall) =>
    arrows.flatMap(({ x1, y1, x2, y2, message }) => {
      const share = (wall.y - y1) / (y2 - y1)
      const x = x1 + (x2 - x1) * share
      const passes = message.end?.lost === null && share > 0 && share < 1
      if (!passes || x < wall.x1 || x > wall.x2) return []
      return [`<path class="bridge" d="${line(x - 7, wall.y, x + 7, wall.y)}"/>`]
    }),
  )
}

/** A thin arrow; one that is lost ends in a cross, one that is under way is broken. */
export function drawArrow({ message, x1, y1, x2, y2 }: Arrow): string {
  const { end } = message
  const title = `<title>${xml(titleOf(message))}</title>`
  if (end === null) {
    return `<g>${title}<path class="sent away" d="${line(x1, y1, x2, y2)}"/></g>`
  }
  if (isLost(message)) {
    const shaft = `<path class="sent" d="${line(x1, y1, x2, y2)}"/>`
    return `<g>${title}${shaft}<path class="cross" d="${cross(x2, y2, 5)}"/></g>`
  }
  return `<g>${title}<path class="sent" d="${line(x1, y1, x2, y2)}${tip(x1, y1, x2, y2)}"/></g>`
}

function titleOf({ from, to, label, sentAt, end }: Message): string {
  const fate = end === null ? 'under way' : `${end.lost ?? 'arrives'} at ${timeText(end.at)}`
  return `${from} → ${to}: ${label}, sent at ${timeText(sentAt)}, ${fate}`
}

function part({ x1, y1, x2, y2 }: Segment, first: number, last: number): Segment {
  const [dx, dy] = [x2 - x1, y2 - y1]
  return { x1: x1 + dx * first, y1: y1 + dy * first, x2: x1 + dx * last, y2: y1 + dy * last }
}

/** Whether a message is known to be lost. */
export function isLost({ end }: Message): boolean {
  return end !== null && end.lost !== null
}

/** Both strokes of the arrow's head. */
function tip(x1: number, y1: number, x2: number, y2: number): string {
  const length = Math.sqrt((x2 - x1) ** 2 + (y2 - y1) ** 2) || 1
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length]
  const [bx, by] = [x2 - ux * HEAD, y2 - uy * HEAD]
  const side = (sign: number): string =>
    `${num(bx - sign * uy * HEAD_HALF)} ${num(by + sign * ux * HEAD_HALF)}`
  return `M${side(1)}L${num(x2)} ${num(y2)}L${side(-1)}`
}
