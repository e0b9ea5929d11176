import { BrokenPromise, counted, grouped, holds } from '@five-pillars/suite'
import fc from 'fast-check'

import { runShop, slowBackendWorld } from '../../scenario.ts'
import type { Create as CreateInShop } from '../../scenario.ts'
import { createBoundedRng } from './bounded-rng.ts'
import type { Create } from './session.ts'

/** Set from data: p99.json has what correct and wrong balancers reach. */
export const LONGEST_P99_MS = 400

const SEEDS = 2 ** 31

if (slowBackendWorld.slowFactor <= 1) {
  throw new Error('sentinel-load-balancer-slow-backend.ts: nobody is slow')
}

/** One slow backend of ten does not make the service slow. */
export function survivesSlowBackend(create: Create): void {
  holds(
    [fc.noShrink(fc.nat())],
    (seed) => {
      const report = runShop(bounded(create), slowBackendWorld, seed)
      if (report.p99Ms < LONGEST_P99_MS) return
      const p99 = `${grouped(Math.round(report.p99Ms))} ms`
      const { id, chosen, longestQueue } = report.slow
      const requests = counted(slowBackendWorld.requests, 'request')
      throw new BrokenPromise(
        [
          `The 99th percentile of the latency is ${p99}; less than ${LONGEST_P99_MS} ms is promised.`,
          `  ${requests}, ten backends A to J, ${id} takes ten times as long as the others.`,
          `  ${id} got ${counted(chosen, 'request')}, at its worst ${longestQueue} at once.`,
        ].join('\n'),
      )
    },
    // One run tells enough: the best of the wrong ones is farther from the limit than chance goes.
    { factor: 0.01 },
  )
}

/** The same balancers, with an rng that ends a search that never would. */
function bounded(create: Create): CreateInShop {
  return (rng) => {
    const limited = createBoundedRng(rng.int(SEEDS))
    const balancer = create(limited.rng)
    return {
      add: (backend) => balancer.add(backend),
      acquire() {
        limited.reset()
        return balancer.acquire()
      },
    }
  }
}
