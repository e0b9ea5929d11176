import { dayOf, rollout, wrongOrders } from './rollout.ts'
import type { Way } from './rollout.ts'

const RUNS = 40

export interface RolloutRuns {
  runs: number
  /** Orders that nobody gave, mean over the runs. */
  wrong: Record<Way, number>
}

/** What a forgotten server does under each way of rolling out and back. */
export function measureRollout(): RolloutRuns {
  return {
    runs: RUNS,
    wrong: {
      rollback: wrongBy('rollback'),
      'flag-off': wrongBy('flag-off'),
      waves: wrongBy('waves'),
    },
  }
}

function wrongBy(way: Way): number {
  const world = rollout(way)
  const seeds = Array.from({ length: RUNS }, (_, index) => index + 1)
  const total = seeds.reduce((sum, seed) => {
    return sum + wrongOrders(world.run({ ...dayOf(way, seed), strict: false }).emitted)
  }, 0)
  return Math.round((10 * total) / RUNS) / 10
}
