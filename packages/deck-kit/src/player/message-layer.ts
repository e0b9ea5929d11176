import { pointBetween } from '../drawing/geometry.ts'
import type { Point } from '../drawing/geometry.ts'
import { progressAt } from './flight.ts'
import type { Flight } from './flight.ts'
import { hasRoom, labelBox } from './label-room.ts'
import type { LabelBox } from './label-room.ts'
import { laneOf } from './lane.ts'
import type { Lane } from './lane.ts'
import type { Layout } from './layout.ts'
import { spansAt } from './span-index.ts'
import type { SpanIndex } from './span-index.ts'

/** Seconds for which a label has to be there to be read. */
const SHORTEST_LABEL_S = 0.4

const SVG = 'http://www.w3.org/2000/svg'

interface Sprite {
  readonly group: SVGGElement
  readonly wake: SVGPathElement
  readonly text: SVGTextElement
  flight: Flight | undefined
  isLost: boolean
  isLabelled: boolean
}

interface Label {
  readonly sprite: Sprite
  readonly box: LabelBox
}

/**
 * Draws messages by moving what is already there: sixty times a second is too often to ask Vue what
 * has changed. One sprite for each message under way; those without one are hidden and kept.
 */
export class MessageLayer {
  readonly #root: SVGGElement
  readonly #layout: Layout
  readonly #sprites: Sprite[] = []
  readonly #lanes = new Map<string, Lane | undefined>()

  constructor(root: SVGGElement, layout: Layout) {
    this.#root = root
    this.#layout = layout
    root.replaceChildren()
  }

  /**
   * Shows what is under way at a time, in virtual milliseconds.
   *
   * @param msPerSecond how fast they go by; 0 for a picture that stands
   */
  paint(flights: SpanIndex<Flight>, at: number, msPerSecond: number): void {
    const present = spansAt(flights, at)
    const kept = new Set(present)
    const free = this.#sprites.filter(({ flight }) => flight === undefined || !kept.has(flight))
    const drawn = new Map(this.#sprites.map((sprite) => [sprite.flight, sprite]))
    const labels: Label[] = []
    for (const flight of present) {
      const lane = this.#lane(flight)
      if (lane === undefined) continue
      const sprite = drawn.get(flight) ?? this.#dress(free.pop(), flight, lane)
      const point = place(sprite, flight, lane, at)
      if (isReadable(flight, msPerSecond)) {
        labels.push({ sprite, box: labelBox(point, lane, labelOf(flight)) })
      } else showLabel(sprite, false)
    }
    showThoseWithRoom(labels)
    for (const sprite of free) hide(sprite)
  }

  #lane({ sender, receiver }: Flight): Lane | undefined {
    const key = `${sender}\n${receiver}`
    if (!this.#lanes.has(key)) this.#lanes.set(key, laneOf(sender, receiver, this.#layout))
    return this.#lanes.get(key)
  }

  #dress(free: Sprite | undefined, flight: Flight, lane: Lane): Sprite {
    const sprite = free ?? this.#create()
    sprite.flight = flight
    sprite.isLost = false
    showLabel(sprite, false)
    sprite.group.setAttribute('class', flight.isCopy ? 'fp-message fp-copy' : 'fp-message')
    sprite.wake.setAttribute('visibility', flight.isFast ? 'visible' : 'hidden')
    sprite.text.textContent = flight.isLabelled ? labelOf(flight) : ''
    sprite.text.setAttribute('x', String(lane.label[0]))
    sprite.text.setAttribute('y', String(lane.label[1]))
    // Set so, and not as an attribute: a page's policy may forbid those.
    sprite.text.style.textAnchor = lane.anchor
    return sprite
  }

  #create(): Sprite {
    const group = document.createElementNS(SVG, 'g')
    const dot = document.createElementNS(SVG, 'circle')
    dot.setAttribute('r', '7')
    const cross = document.createElementNS(SVG, 'path')
    cross.setAttribute('class', 'fp-cross')
    cross.setAttribute('d', 'M-8 -8l16 16m0 -16l-16 16')
    const text = document.createElementNS(SVG, 'text')
    text.setAttribute('class', 'fp-note')
    text.setAttribute('visibility', 'hidden')
    const wake = document.createElementNS(SVG, 'path')
    wake.setAttribute('class', 'fp-wake')
    group.append(wake, dot, cross, text)
    this.#root.append(group)
    const sprite = { group, wake, text, flight: undefined, isLost: false, isLabelled: false }
    this.#sprites.push(sprite)
    return sprite
  }
}

function labelOf({ label, isCopy }: Flight): string {
  return isCopy ? `${label} (copy)` : label
}

/** Nobody reads a label that is gone in a blink; while the stage stands, all can be read. */
function isReadable(
  { isLabelled, from, arrivesAt, endsIn = 1 }: Flight,
  msPerSecond: number,
): boolean {
  return isLabelled && ((arrivesAt - from) * endsIn) / SHORTEST_LABEL_S >= msPerSecond
}

/** What is read already stays; another label joins it where it covers none. */
function showThoseWithRoom(labels: readonly Label[]): void {
  const shown: LabelBox[] = []
  const isThere = ({ sprite }: Label): boolean => sprite.isLabelled
  const inOrder = [...labels.filter(isThere), ...labels.filter((label) => !isThere(label))]
  for (const { sprite, box } of inOrder) {
    const fits = hasRoom(box, shown)
    if (fits) shown.push(box)
    showLabel(sprite, fits)
  }
}

function place(sprite: Sprite, flight: Flight, lane: Lane, at: number): Point {
  const { way, isLost } = progressAt(flight, at)
  const [x, y] = pointBetween(lane.from, lane.to, way)
  sprite.group.setAttribute('transform', `translate(${x.toFixed(1)} ${y.toFixed(1)})`)
  if (flight.isFast) {
    const [startX, startY] = lane.from
    sprite.wake.setAttribute('d', `M0 0L${(startX - x).toFixed(1)} ${(startY - y).toFixed(1)}`)
    sprite.group.classList.toggle('fp-arrived', at >= flight.arrivesAt)
  }
  if (isLost !== sprite.isLost) sprite.group.classList.toggle('fp-lost', isLost)
  sprite.isLost = isLost
  return [x, y]
}

/** An attribute that is written is drawn anew, even where it says the same. */
function showLabel(sprite: Sprite, isLabelled: boolean): void {
  if (isLabelled === sprite.isLabelled) return
  sprite.isLabelled = isLabelled
  sprite.text.setAttribute('visibility', isLabelled ? 'visible' : 'hidden')
}

function hide(sprite: Sprite): void {
  if (sprite.flight === undefined) return
  sprite.flight = undefined
  sprite.group.setAttribute('class', 'fp-hidden')
}
