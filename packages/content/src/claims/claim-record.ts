import type { Measured, Sourced } from '../evidence.ts'

interface Worded {
  id: string
  /** The statement as it may stand on a slide. */
  wording: string
}

/** A statement about the world, with where it comes from. */
export type ClaimRecord = (Worded & Sourced) | (Worded & Measured)
