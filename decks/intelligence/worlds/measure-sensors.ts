import { sizeAfter } from './sensors.ts'
import type { Summary } from './sensors.ts'

/** No chance is in that world: one seed says it. */
const SEED = 1

/** Replicas in the end, with one broken sensor. */
export type SensorSizes = Record<Summary, number>

/** How large a fleet becomes when one of five sensors reads ten times too much. */
export function measureSensors(): SensorSizes {
  return { mean: sizeAfter('mean', SEED), median: sizeAfter('median', SEED) }
}
