import { createRng } from '@five-pillars/simulator'

import type { Rng } from '../../src/load-balancer.ts'

const DRAWS_IN_ONE_CALL = 10_000

/** An rng that ends a search that never would: `reset` before each call of the subject. */
export interface BoundedRng {
  readonly rng: Rng
  reset(): void
}

export function createBoundedRng(seed: number): BoundedRng {
  if (!Number.isInteger(seed)) throw new Error('sentinel-load-balancer-bounded-rng.ts: bad seed')
  const inner = createRng(seed)
  let draws = 0

  function draw(): void {
    if (++draws <= DRAWS_IN_ONE_CALL) return
    throw new Error('10,000 random numbers in one call and still no answer')
  }
  const rng: Rng = {
    next: () => (draw(), inner.next()),
    int: (n) => (draw(), inner.int(n)),
    pick: (xs) => (draw(), inner.pick(xs)),
    shuffle: (xs) => (draw(), inner.shuffle(xs)),
  }
  return { rng, reset: () => void (draws = 0) }
}
