import { assertTrace } from '@five-pillars/simulator'
import type { Trace } from '@five-pillars/simulator'

/** A run that the player can show; undefined for any other data, which is told in words instead. */
export function readTrace(data: unknown): Trace | undefined {
  try {
    assertTrace(data)
    return data
  } catch {
    return undefined
  }
}
