import type { RunOptions, Scenario, Trace } from '@five-pillars/simulator'

import { fleet } from './fleet.ts'
import { smallBlind, smallDay, smallStep } from './fleets.ts'
import { sensors } from './sensors.ts'

const SEED = 1

/** Every run that the deck plays, by the name of its file. */
export const traces = {
  'forgets-its-orders': () => recorded(fleet('forgetful', smallStep)),
  'nothing-read-as-zero': () => recorded(fleet('zeroWhenBlind', smallBlind)),
  'one-broken-sensor': () => recorded(sensors('mean'), { workload: [] }),
  'a-day-well-scaled': () => recorded(fleet('patient', smallDay)),
} as const

function recorded<M>({ run, definition }: Scenario<M>, options: Partial<RunOptions> = {}): Trace {
  const { trace } = run({ seed: SEED, ...options, full: true })
  if (trace === null) throw new Error(`${definition.name} kept no trace of its run`)
  return trace
}
