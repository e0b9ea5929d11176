import { emitted, simulate } from '@five-pillars/simulator'
import type { EndCheck, Invariant, Rng, RunEnd, Scenario } from '@five-pillars/simulator'

import { Checker, Target } from './machines.ts'
import type { Fate, HealthMessage } from './machines.ts'
import type * as starter from './src/health-checker.ts'

/** What of a submission the world is made of. */
export type Subject = Pick<typeof starter, 'createHealthChecker'>

const CHECKER = 'checker'

/** The world that the exercise makes its last promise for. Times are milliseconds. */
export const fleetWorld = {
  options: { intervalMs: 1000, timeoutMs: 300, rise: 2, fall: 3 },
  /** A message takes half of this to one and a half times as long. */
  latencyMs: 10,
  /** Whoever hangs is down after this, and up again so long after it answers. */
  seenWithinMs: { down: 4500, up: 3000 },
  runMs: 20_000,
} as const

/** What befalls whom; when, is drawn. */
const fates: Readonly<Record<string, (rng: Rng) => Fate>> = {
  A: (rng) => ({ kind: 'hangs', fromMs: 4000 + rng.int(2000), forMs: 6000 + rng.int(2000) }),
  B: (rng) => ({ kind: 'hiccups', fromMs: 4000 + rng.int(11_000), forMs: 1400 }),
  C: () => ({ kind: 'slow', shortestMs: 150, longestMs: 250 }),
  D: () => ({ kind: 'moody' }),
  E: (rng) => ({ kind: 'hangs', fromMs: 6000 + rng.int(2000), forMs: 6000 + rng.int(2000) }),
  F: () => ({ kind: 'steady' }),
}

/** Few enough targets to follow each probe with the eye: one that hangs, two that do not. */
export const smallFleet = { profile: { nodes: 4 } } as const

/**
 * One checker and six targets: A and E hang for some seconds, B stands still for a moment, C is
 * slow and always in time, D says every second time that it is not well, F is fine. Run it with
 * `runAsync`; `smallFleet` leaves out the last three.
 */
export function scenario({ createHealthChecker }: Subject): Scenario<HealthMessage> {
  const { options, latencyMs, runMs } = fleetWorld
  return simulate({
    name: 'health-checker',
    nodes: [CHECKER, ...Object.keys(fates)],
    make: (env, { clock }) =>
      env.id === CHECKER
        ? new Checker(env, clock, createHealthChecker, options)
        : new Target(env, fates[env.id]?.(env.rng) ?? { kind: 'steady' }),
    profile: { latencyMs, spread: 'uniform' },
    faults: [],
    healAt: 0,
    runMs,
    always: [onlyWhoHangs],
    sometimes: [emitted('hangs'), emitted('answers again')],
    atEnd: [seenInTime, othersAreUp],
    label: (msg) => (msg.t === 'probe' ? 'probe' : msg.isWell ? 'well' : 'not well'),
    limits: { eventsMax: 20_000 },
  })
}

/** Slow is not dead, a hiccup is no outage, and who changes its mind each time is neither. */
const onlyWhoHangs: Invariant<HealthMessage> = {
  text: 'Only who hangs is down, and who is moody is neither up nor down.',
  watch() {
    const hangs = new Set<unknown>()
    return {
      emit({ event, node, data, at }) {
        if (event === 'hangs') hangs.add(node)
        if (event === 'answers again') hangs.delete(node)
        if (node !== CHECKER) return null
        const when = `at ${Math.round(at)} ms`
        if (data === 'D') return `${when} D was ${event}, whose every second answer is bad`
        if (event === 'down' && !hangs.has(data))
          return `${when} ${String(data)} was down: ${why(data)}`
        return event === 'up' && hangs.has(data) ? `${when} ${String(data)} was up: it hangs` : null
      },
    }
  },
}

function why(target: unknown): string {
  const { fall } = fleetWorld.options
  if (target === 'B') return `it stood still for less than ${fall} probes`
  return target === 'C' ? 'it is slow, and always in time' : 'it answers'
}

const seenInTime: EndCheck = {
  kind: 'liveness',
  text: 'Whoever hangs is down in time, and up in time when it answers again.',
  check({ emitted: all }) {
    const { seenWithinMs } = fleetWorld
    for (const { event, node, at } of all) {
      const wanted = event === 'hangs' ? 'down' : 'up'
      if (event !== 'hangs' && event !== 'answers again') continue
      const until = at + seenWithinMs[wanted]
      const isSeen = all.some((one) => {
        return one.event === wanted && one.data === node && one.at >= at && one.at <= until
      })
      if (isSeen) continue
      const what = event === 'hangs' ? 'hung' : 'answered again'
      const [from, to] = [Math.round(at), Math.round(until)]
      return { text: `${node} ${what} at ${from} ms, and was not ${wanted} by ${to} ms`, at: until }
    }
    return null
  },
}

const othersAreUp: EndCheck = {
  kind: 'liveness',
  text: 'Whoever answers in time is up.',
  check({ emitted: all, servers }: RunEnd) {
    const until = fleetWorld.seenWithinMs.up
    const left = servers.find((id) => {
      if (id === CHECKER || id === 'D') return false
      return !all.some(({ event, data, at }) => event === 'up' && data === id && at <= until)
    })
    return left === undefined ? null : { text: `${left} answers, and was not up by ${until} ms` }
  },
}
