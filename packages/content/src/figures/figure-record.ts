import type { Measured, Sourced } from '../evidence.ts'

interface Printed {
  id: string
  /** As printed in large type: "≈ 14 billion", "> 460". */
  value: string
  /** As printed small behind the value: "searches a day". Empty where the value is its own unit. */
  unit: string
  /** What the number counts, so that it can stand alone. */
  label: string
}

export interface SourcedFigure extends Printed, Sourced {}

export interface MeasuredFigure extends Printed, Measured {
  /** What the last measurement gave, in `unit`; written by `npm run measure`. */
  amount: number
  /** How far a new measurement may lie from `amount`, as a share of it; 0 means exactly. */
  tolerance: number
}

/** A number on a slide, with where it comes from. */
export type FigureRecord = SourcedFigure | MeasuredFigure
