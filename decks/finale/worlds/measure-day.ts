import { slotsOf } from './day.ts'
import type { Slot } from './day.ts'
import { recordingOf } from './recordings.ts'

export interface RecordedDays {
  readonly seed: number
  /** With five parts that are right. */
  readonly reference: readonly Slot[]
  /** With a scaler that forgets, while it is blind, what it recommended before. */
  readonly forgetful: readonly Slot[]
}

export async function measureDay(): Promise<RecordedDays> {
  const reference = await recordingOf('day-reference')
  const forgetful = await recordingOf('day-shrinks-on-return')
  return {
    seed: reference.seed,
    reference: slotsOf(reference),
    forgetful: slotsOf(forgetful),
  }
}
