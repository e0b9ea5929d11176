import { priorities } from './priority.ts'
import type { Priority } from './priority.ts'

export interface CutSlide {
  priority: Priority
  /** How long it takes, in minutes. */
  minutes: number
}

export interface Cut<Slide> {
  kept: readonly Slide[]
  dropped: readonly Slide[]
  /** How long the kept slides take. */
  minutes: number
}

/** The musts alone are longer than the cut that was asked for. */
export class CutTooShort extends Error {
  /** Minutes of the shortest cut. */
  readonly shortest: number

  constructor(minutes: number, shortest: number) {
    super(`the shortest cut takes ${shortest} minutes, longer than ${minutes}`)
    this.name = 'CutTooShort'
    this.shortest = shortest
  }
}

/** Minutes are summed in hundredths, where floating point has no say. */
const HUNDREDTHS = 100

/**
 * Chooses the slides of a talk that has `minutes`: every must, then each should that still fits, in
 * the order of the talk, and coulds only when all shoulds are in.
 *
 * @throws CutTooShort when the musts do not fit
 */
export function chooseCut<Slide extends CutSlide>(
  slides: readonly Slide[],
  minutes: number,
): Cut<Slide> {
  const limit = Math.round(minutes * HUNDREDTHS)
  const kept = new Set<Slide>()
  let sum = 0
  for (const priority of priorities) {
    const wanted = slides.filter((slide) => slide.priority === priority)
    for (const slide of wanted) {
      const time = Math.round(slide.minutes * HUNDREDTHS)
      if (priority !== 'must' && sum + time > limit) continue
      kept.add(slide)
      sum += time
    }
    if (sum > limit) throw new CutTooShort(minutes, sum / HUNDREDTHS)
    if (wanted.some((slide) => !kept.has(slide))) break
  }
  return {
    kept: slides.filter((slide) => kept.has(slide)),
    dropped: slides.filter((slide) => !kept.has(slide)),
    minutes: sum / HUNDREDTHS,
  }
}
