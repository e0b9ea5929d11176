import { assertTrace } from '@five-pillars/simulator'
import type { Trace } from '@five-pillars/simulator'

export type ReadTrace =
  | { readonly kind: 'trace'; readonly trace: Trace }
  /** `why` is a sentence for the author of the slide. */
  | { readonly kind: 'unreadable'; readonly why: string }

/** Reads what may be a trace: JSON that a deck imported, or the answer of a worker. */
export function readTrace(data: unknown): ReadTrace {
  try {
    assertTrace(data)
    return { kind: 'trace', trace: data }
  } catch (error) {
    if (error instanceof TypeError) return { kind: 'unreadable', why: error.message }
    throw error
  }
}
