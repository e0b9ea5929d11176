import { createAgenda } from './agenda.ts'
import { createRng, exponential, integer } from './rng.ts'
import type { Rng } from './rng.ts'

/** How the balancer picks one of the backends, given how many requests each has in flight. */
export type Pick = (inFlight: readonly number[], rng: Rng) => number

export const SLOW = 9

/** Ten backends at 60 % of what they can do together. */
export const shop = { backends: 10, meanServiceMs: 10, load: 0.6, durationMs: 60_000 }

export interface Run {
  /** Time in the system of each request, in the order of arrival. */
  latenciesMs: number[]
  /** How many requests each backend was given. */
  given: number[]
  /** Requests in flight at each backend, once a second. */
  inFlightBySecond: number[][]
}

/**
 * One minute of Poisson arrivals; service times are uniform from half to one and a half times the
 * mean. Each backend serves one request at a time in order of arrival, and all are served. The last
 * one is `slowFactor` times slower than the others.
 */
export function runShop(pick: Pick, seed: number, slowFactor = 10): Run {
  const rng = createRng(seed)
  const agenda = createAgenda<{ kind: 'arrival' } | { kind: 'done'; backend: number }>()
  const inFlight = Array.from({ length: shop.backends }, () => 0)
  const given = inFlight.map(() => 0)
  const freeAtMs = inFlight.map(() => 0)
  const latenciesMs: number[] = []
  const inFlightBySecond: number[][] = []
  const meansMs = inFlight.map((_, i) => shop.meanServiceMs * (i === SLOW ? slowFactor : 1))
  const capacityPerMs = meansMs.reduce((sum, meanMs) => sum + 1 / meanMs, 0)
  const meanGapMs = 1 / (capacityPerMs * shop.load)

  agenda.plan(exponential(rng, meanGapMs), { kind: 'arrival' })
  for (let now = agenda.next(); now !== undefined; now = agenda.next()) {
    const { atMs, event } = now
    while (inFlightBySecond.length * 1000 <= Math.min(atMs, shop.durationMs)) {
      inFlightBySecond.push([...inFlight])
    }
    if (event.kind === 'done') {
      inFlight[event.backend] = at(inFlight, event.backend) - 1
      continue
    }
    const backend = pick(inFlight, rng)
    const startMs = Math.max(atMs, at(freeAtMs, backend))
    const doneMs = startMs + at(meansMs, backend) * (0.5 + rng())
    freeAtMs[backend] = doneMs
    inFlight[backend] = at(inFlight, backend) + 1
    given[backend] = at(given, backend) + 1
    latenciesMs.push(doneMs - atMs)
    agenda.plan(doneMs, { kind: 'done', backend })
    const nextMs = atMs + exponential(rng, meanGapMs)
    if (nextMs < shop.durationMs) agenda.plan(nextMs, { kind: 'arrival' })
  }
  return { latenciesMs, given, inFlightBySecond }
}

/** Each backend in turn, whatever it has still to do. */
export function roundRobin(): Pick {
  let turn = 0
  return (inFlight) => turn++ % inFlight.length
}

/** The backend with the fewest requests in flight; ties are broken at random. */
export function leastConnections(): Pick {
  return (inFlight, rng) => {
    const fewest = Math.min(...inFlight)
    const idle = inFlight.flatMap((count, backend) => (count === fewest ? [backend] : []))
    return at(idle, integer(rng, idle.length))
  }
}

/** Two different backends at random, then the one with fewer requests in flight. */
export function twoChoices(): Pick {
  return (inFlight, rng) => {
    const first = integer(rng, inFlight.length)
    const step = 1 + integer(rng, inFlight.length - 1)
    const second = (first + step) % inFlight.length
    return at(inFlight, second) < at(inFlight, first) ? second : first
  }
}

function at(values: readonly number[], index: number): number {
  const value = values[index]
  if (value === undefined) throw new Error(`index ${index} is not one of ${values.length}`)
  return value
}
