import type { Clock } from '@five-pillars/simulator'

import type { Breaker, BreakerOptions } from '../../src/circuit-breaker.ts'

/** What a submission exports (sentinel-circuit-breaker-subject.ts). */
export interface Subject {
  createBreaker: (options: BreakerOptions, clock: Clock) => Breaker
}

export type Options = Readonly<BreakerOptions>
