import { pointBetween } from '../drawing/geometry.ts'
import { progressAt } from './flight.ts'
import type { Flight } from './flight.ts'
import { laneOf } from './lane.ts'
import type { Lane } from './lane.ts'
import type { Layout } from './layout.ts'
import { spansAt } from './span-index.ts'
import type { SpanIndex } from './span-index.ts'

const SVG = 'http://www.w3.org/2000/svg'

interface Sprite {
  readonly group: SVGGElement
  readonly text: SVGTextElement
  flight: Flight | undefined
  isLost: boolean
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

  /** Shows what is under way at a time, in virtual milliseconds. */
  paint(flights: SpanIndex<Flight>, at: number): void {
    const present = spansAt(flights, at)
    const kept = new Set(present)
    const free = this.#sprites.filter(({ flight }) => flight === undefined || !kept.has(flight))
    const drawn = new Map(this.#sprites.map((sprite) => [sprite.flight, sprite]))
    for (const flight of present) {
      const lane = this.#lane(flight)
      if (lane === undefined) continue
      place(drawn.get(flight) ?? this.#dress(free.pop(), flight, lane), flight, lane, at)
    }
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
    sprite.group.setAttribute('class', flight.isCopy ? 'fp-message fp-copy' : 'fp-message')
    sprite.text.textContent = flight.isLabelled ? labelOf(flight) : ''
    sprite.text.setAttribute('x', String(lane.label[0]))
    sprite.text.setAttribute('y', String(lane.label[1]))
    sprite.text.setAttribute('style', `text-anchor: ${lane.anchor}`)
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
    group.append(dot, cross, text)
    this.#root.append(group)
    const sprite = { group, text, flight: undefined, isLost: false }
    this.#sprites.push(sprite)
    return sprite
  }
}

function labelOf({ label, isCopy }: Flight): string {
  return isCopy ? `${label} (copy)` : label
}

function place(sprite: Sprite, flight: Flight, lane: Lane, at: number): void {
  const { way, isLost } = progressAt(flight, at)
  const [x, y] = pointBetween(lane.from, lane.to, way)
  sprite.group.setAttribute('transform', `translate(${x.toFixed(1)} ${y.toFixed(1)})`)
  if (isLost === sprite.isLost) return
  sprite.isLost = isLost
  sprite.group.classList.toggle('fp-lost', isLost)
}

function hide(sprite: Sprite): void {
  if (sprite.flight === undefined) return
  sprite.flight = undefined
  sprite.group.setAttribute('class', 'fp-hidden')
}
