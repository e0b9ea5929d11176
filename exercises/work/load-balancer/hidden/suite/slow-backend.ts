import fc from 'fast-check'

import { runQueue, slowBackendWorld } from '../../queue.ts'
import { createRng } from '../../rng.ts'
import { createBoundedRng } from './bounded-rng.ts'
import { holds } from './holds.ts'
import type { Create } from './session.ts'
import { BrokenPromise, counted } from './story.ts'

/** Set from data: thresholds.json has what correct and wrong balancers reach. */
export const LONGEST_P99_MS = 400

/** One slow backend of ten does not make the service slow. */
export function survivesSlowBackend(create: Create): void {
  holds(
    'sentinel-load-balancer-slow-backend.ts',
    [fc.noShrink(fc.nat())],
    (seed) => {
      const bounded = createBoundedRng(seed)
      const balancer = create(bounded.rng)
      const acquire = (): ReturnType<typeof balancer.acquire> => {
        bounded.reset()
        return balancer.acquire()
      }
      const add = (backend: { id: string }): void => balancer.add(backend)
      const report = runQueue({ add, acquire }, slowBackendWorld, createRng(seed + 1))
      if (report.p99Ms < LONGEST_P99_MS) return
      const p99 = `${Math.round(report.p99Ms).toLocaleString('en-US')} ms`
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
    { factor: 0.02 },
  )
}
