export { faults } from './plan-arbitrary.ts'
export type { PlanOptions } from './plan-arbitrary.ts'
export { shrink } from './shrink.ts'
export type { Shrunk, ShrinkOptions } from './shrink.ts'
