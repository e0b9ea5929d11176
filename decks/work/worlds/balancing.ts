import type { Rng } from '@five-pillars/simulator'

/** How a balancer picks one of its servers, given how many requests each has in flight. */
export type Choose = (inFlight: readonly number[], rng: Rng) => number

/** Each way of choosing, made anew for each balancer. */
export const balancings = { roundRobin, leastConnections, twoChoices } as const

export type Balancing = keyof typeof balancings

/** Each server in turn, whatever it has still to do. */
function roundRobin(): Choose {
  let turn = 0
  return (inFlight) => turn++ % inFlight.length
}

/** The server with the fewest requests in flight; ties are broken at random. */
function leastConnections(): Choose {
  return (inFlight, rng) => {
    const fewest = Math.min(...inFlight)
    return rng.pick(inFlight.flatMap((count, server) => (count === fewest ? [server] : [])))
  }
}

/** Two different servers at random, then the one with fewer requests in flight. */
function twoChoices(): Choose {
  return (inFlight, rng) => {
    const first = rng.int(inFlight.length)
    const second = (first + 1 + rng.int(inFlight.length - 1)) % inFlight.length
    return at(inFlight, second) < at(inFlight, first) ? second : first
  }
}

function at(values: readonly number[], index: number): number {
  const value = values[index]
  if (value === undefined) throw new Error(`index ${index} is not one of ${values.length}`)
  return value
}
