import { createRng } from '@five-pillars/simulator'

import { fleetOf, mailDies } from './fleet.ts'
import type { FleetOptions } from './fleet.ts'

const RUNS = 60
const GONE_MS = 5000
const RUN_MS = 7000
const HALF = 0.5

export interface FleetRuns {
  runs: number
  goneMs: number
  /** Of a hundred orders that are made while the mail server is gone, how many are refused. */
  refusedPercent: { shallow: number; deep: number; deepWithPanic: number }
}

/** What a mail server that nobody needs does to a shop. */
export function measureFleet(): FleetRuns {
  return {
    runs: RUNS,
    goneMs: GONE_MS,
    refusedPercent: {
      shallow: refused({ check: 'shallow', panicShare: 0 }),
      deep: refused({ check: 'deep', panicShare: 0 }),
      deepWithPanic: refused({ check: 'deep', panicShare: HALF }),
    },
  }
}

function refused(options: FleetOptions): number {
  const world = fleetOf(options)
  const outcomes = Array.from({ length: RUNS }, (_, index) => index + 1).flatMap((seed) => {
    const at = 500 + createRng(seed).int(500)
    const plan = [mailDies(at, GONE_MS)]
    const { history } = world.run({ seed, plan, runMs: RUN_MS, strict: false })
    const during = history.filter(({ invokedAt }) => invokedAt >= at && invokedAt < at + GONE_MS)
    return during.map(({ outcome }) => outcome)
  })
  const failed = outcomes.filter((outcome) => outcome === 'fail').length
  return Math.round((1000 * failed) / outcomes.length) / 10
}
