import type { FigureId } from '../figures.ts'
import type { PatternId } from '../patterns.ts'
import type { PillarId } from '../pillar-id.ts'
import type { ExerciseSlug } from '../registry/exercises.ts'

/** Something to do before going on. */
export interface Step {
  kind: 'step'
  id: string
  text: string
  reason: string
  next: DecisionNode
}

/** Something to ask. */
export interface Question {
  kind: 'question'
  id: string
  text: string
  branches: readonly [Branch, Branch, ...Branch[]]
}

/** One answer to a question, why it leads where it leads, and where that is. */
export interface Branch {
  answer: string
  reason: string
  to: DecisionNode
}

/** Where the tree ends: a pillar, and what to reach for there, in this order. */
export interface Leaf {
  kind: 'leaf'
  id: string
  pillar: PillarId
  patterns: readonly [PatternId, ...PatternId[]]
  /** Where the pillar is practised; of several the nearest to the question. */
  exercise: ExerciseSlug
  /** One number that tells why, or what it costs. */
  figure: FigureId
}

export type DecisionNode = Step | Question | Leaf
