import { createRng } from '@five-pillars/simulator'

import { anyDay, site, wantedCopies } from './wanted.ts'
import type { Steering } from './wanted.ts'

const RUNS = 300

export interface WantedRuns {
  runs: number
  /** In how many of a hundred runs as many copies run in the end as are wanted. */
  rightPercent: Record<Steering, number>
}

/** How often a script and a loop get what was wanted, on bad days. */
export function measureWanted(): WantedRuns {
  return { runs: RUNS, rightPercent: { script: right('script'), loop: right('loop') } }
}

function right(steering: Steering): number {
  const world = wantedCopies(steering)
  const good = Array.from({ length: RUNS }, (_, index) => index + 1).filter((seed) => {
    const rng = createRng(seed)
    const death = { at: 200 + rng.int(1000), node: rng.pick(site.machines) }
    // On every second day nobody dies, and messages are lost all the same.
    const options = anyDay(seed, rng.int(2) === 0 ? death : undefined)
    return world.run({ ...options, strict: false }).findings.length === 0
  })
  return Math.round((1000 * good.length) / RUNS) / 10
}
