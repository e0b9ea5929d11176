import { overlap, shareInside } from './boxes.ts'
import type { Box, Segment } from './boxes.ts'

/** What a line through a text costs; an author of candidates says what else is bad about them. */
const CROSSING = 4

/** A text at a place, and how much less good it is than others of its kind. */
export interface Candidate extends Box {
  readonly text: string
  readonly cost: number
  /** The line that it names, and the point there that it stands beside. */
  readonly own?: Segment
  readonly beside?: { readonly x: number; readonly y: number }
}

/**
 * Finds places for labels: never on each other or on what is taken, and as few lines through them
 * as possible. The order of asking is the order of importance.
 */
export class LabelPlaces {
  readonly #area: Box
  readonly #taken: Box[] = []
  readonly #walls: Box[] = []
  readonly #lines: Segment[] = []

  constructor(area: Box) {
    this.#area = area
  }

  /** Nothing may be written here. */
  take(box: Box): void {
    this.#taken.push(box)
  }

  /** Nothing may be written here, or on the other side of what it names. */
  divide(wall: Box): void {
    this.#walls.push(wall)
  }

  /** What is written here is harder to read. */
  avoid(line: Segment): void {
    this.#lines.push(line)
  }

  /** The best of the candidates, which is then taken; undefined if there is no room for any. */
  place(candidates: readonly Candidate[]): Candidate | undefined {
    let best: Candidate | undefined
    let least = Number.POSITIVE_INFINITY
    for (const candidate of candidates) {
      const cost = candidate.cost + this.#crossings(candidate) * CROSSING
      if (cost >= least || !this.#isFree(candidate)) continue
      best = candidate
      least = cost
    }
    if (best !== undefined) this.take(best)
    return best
  }

  #isFree(box: Candidate): boolean {
    const { x, y, width, height } = this.#area
    const isInside =
      box.x >= x && box.y >= y && box.x + box.width <= x + width && box.y + box.height <= y + height
    return (
      isInside &&
      this.#taken.every((taken) => !overlap(taken, box)) &&
      this.#walls.every((wall) => !overlap(wall, reach(box)))
    )
  }

  /** What is between a text and its line makes it hard to tell whose text it is. */
  #crossings(box: Candidate): number {
    const reached = reach(box)
    return this.#lines.filter((each) => shareInside(each, each === box.own ? box : reached) > 0)
      .length
  }
}

/** The box together with the point that it stands beside. */
function reach(box: Candidate): Box {
  if (box.beside === undefined) return box
  const { x, y } = box.beside
  const [left, top] = [Math.min(box.x, x), Math.min(box.y, y)]
  return {
    x: left,
    y: top,
    width: Math.max(box.x + box.width, x) - left,
    height: Math.max(box.y + box.height, y) - top,
  }
}
