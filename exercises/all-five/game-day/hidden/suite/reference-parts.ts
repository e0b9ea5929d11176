import * as healthChecker from '../../../../control/health-checker/hidden/solution/health-checker.ts'
import * as autoscaler from '../../../../intelligence/autoscaler/hidden/solution/autoscaler.ts'
import * as hashRing from '../../../../state/hash-ring/hidden/solution/hash-ring.ts'
import * as quorum from '../../../../truth/quorum/hidden/solution/quorum.ts'
import * as loadBalancer from '../../../../work/load-balancer/hidden/solution/load-balancer.ts'
import type { Parts } from '../../parts.ts'

/** The references of the five exercises: a shop whose parts are all right. */
export const referenceParts: Parts = {
  loadBalancer,
  hashRing,
  quorum,
  healthChecker,
  autoscaler,
}

if (Object.keys(referenceParts).length !== 5) {
  throw new Error('sentinel-game-day-reference-parts.ts: a shop has five parts')
}
