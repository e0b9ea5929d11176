// @boundaries-ignore the shop is made of what the other exercises are solved with
import * as healthChecker from '../../../../control/health-checker/hidden/solution/health-checker.ts'
// @boundaries-ignore the shop is made of what the other exercises are solved with
import * as autoscaler from '../../../../intelligence/autoscaler/hidden/solution/autoscaler.ts'
// @boundaries-ignore the shop is made of what the other exercises are solved with
import * as hashRing from '../../../../state/hash-ring/hidden/solution/hash-ring.ts'
// @boundaries-ignore the shop is made of what the other exercises are solved with
import * as quorum from '../../../../truth/quorum/hidden/solution/quorum.ts'
// @boundaries-ignore the shop is made of what the other exercises are solved with
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
