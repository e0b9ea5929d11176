import type { Rng } from '../contract.ts'

/** How the times of messages are spread around their mean. */
type LatencySpread = 'constant' | 'uniform' | 'exponential'

/** What a world is like when no fault strikes. */
export interface Profile {
  /** How many of the scenario's servers take part. */
  readonly nodes: number
  /** Mean time of a message from node to node, in milliseconds. */
  readonly latencyMs: number
  readonly spread: LatencySpread
  /** Share of messages that are lost, 0 to 1. */
  readonly loss: number
  /** Share of messages that arrive twice, 0 to 1. */
  readonly duplicate: number
  /** Share of messages that take up to 1.5 s longer, 0 to 1. */
  readonly tail: number
  /** Whether a scenario that sets timeouts draws them from a wide or from a narrow range. */
  readonly timeouts: 'normal' | 'narrow'
  /** Share of the moments that the adversary waits for in which it strikes, 0 to 1. */
  readonly adversary: number
  /** How far a node's clock may be off at the start, ahead or behind, in milliseconds. */
  readonly skewMs: number
}

/** A quiet network: nothing is lost or doubled, every message takes the same 5 ms. */
export const calm = {
  latencyMs: 5,
  spread: 'constant',
  loss: 0,
  duplicate: 0,
  tail: 0,
  timeouts: 'normal',
  adversary: 0,
  skewMs: 0,
} as const satisfies Omit<Profile, 'nodes'>

/**
 * Another kind of weather for each seed: runs in which some features are off find more than runs
 * with everything on (Groce et al., "Swarm testing", ISSTA 2012).
 *
 * @param servers how many servers the scenario has; the smaller of 3 and this is tried as well
 */
export function swarmProfile(rng: Rng, servers: number): Profile {
  return {
    nodes: rng.pick([Math.min(3, servers), servers]),
    latencyMs: rng.pick([2, 8, 25]),
    spread: rng.pick(['constant', 'uniform', 'exponential', 'exponential']),
    loss: rng.pick([0, 0.02, 0.15]),
    duplicate: rng.pick([0, 0.02, 0.3]),
    tail: rng.pick([0, 0.05]),
    timeouts: rng.pick(['normal', 'narrow']),
    adversary: rng.pick([0, 0.1, 0.4]),
    skewMs: rng.pick([0, 50]),
  }
}
