import { constraintFigures } from './figures/constraints.ts'
import { controlMeasuredFigures } from './figures/control-measured.ts'
import { controlFigures } from './figures/control.ts'
import { distanceFigures } from './figures/distances.ts'
import type { MeasuredFigure, SourcedFigure } from './figures/figure-record.ts'
import { intelligenceMeasuredFigures } from './figures/intelligence-measured.ts'
import { finaleMeasuredFigures } from './figures/finale-measured.ts'
import { intelligenceFigures } from './figures/intelligence.ts'
import { measuredFigures } from './figures/measured.ts'
import { scalingFigures } from './figures/scaling.ts'
import { stateMeasuredFigures } from './figures/state-measured.ts'
import { stateFigures } from './figures/state.ts'
import { truthMeasuredFigures } from './figures/truth-measured.ts'
import { truthFigures } from './figures/truth.ts'
import { workMeasuredFigures } from './figures/work-measured.ts'
import { workFigures } from './figures/work.ts'
import { lookupIn } from './unknown-id.ts'

const all = [
  ...constraintFigures,
  ...workFigures,
  ...scalingFigures,
  ...measuredFigures,
  ...workMeasuredFigures,
  ...stateFigures,
  ...stateMeasuredFigures,
  ...truthFigures,
  ...truthMeasuredFigures,
  ...controlFigures,
  ...controlMeasuredFigures,
  ...intelligenceFigures,
  ...intelligenceMeasuredFigures,
  ...distanceFigures,
  ...finaleMeasuredFigures,
] as const

export type FigureId = (typeof all)[number]['id']

/** A number on a slide, with where it comes from or the command that measures it. */
export type Figure = (SourcedFigure | MeasuredFigure) & { id: FigureId }

/** Every figure of the kit. */
export const figures: readonly Figure[] = all

/** The figure with an id known from the run only, as in a slide; throws `UnknownId`. */
export const figureById: (id: string) => Figure = lookupIn('figure', figures)

/** The figure with this id. */
export function figure(id: FigureId): Figure {
  return figureById(id)
}
