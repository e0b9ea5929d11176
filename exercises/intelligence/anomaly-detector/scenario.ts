import { emitted, simulate } from '@five-pillars/simulator'
import type { EndCheck, Invariant, NodeId, Rng, Scenario } from '@five-pillars/simulator'

import { Machine, Monitor, Phone, PHONE } from './machines.ts'
import type { Fate, NightMessage } from './machines.ts'
import type * as starter from './src/anomaly-detector.ts'

/** What a submission exports. */
export type Subject = typeof starter

const MONITOR = 'monitor'
const SEASON_MS = 25_000

/** The world that the exercise makes its last promise for. A second stands for a minute. */
export const nightWorld = {
  detector: { window: 60, threshold: 3.5, minSamples: 20 },
  /** A season has 25 moments, and each of them a window of its own. */
  seasonal: { window: 10, threshold: 15, minSamples: 4, season: SEASON_MS },
  alerter: { forMs: 4500, clearMs: 9500, maxPerHour: 10 },
  machine: {
    samplingMs: 1000,
    usual: 100,
    deviation: 5,
    wrong: 20,
    peak: 30,
    peakForMs: 7000,
    far: 100,
    seasonMs: SEASON_MS,
  },
  /** How long a message takes. All times are whole, and so is what the clock says. */
  latencyMs: 10,
  /** Whoever breaks is paged after this. */
  pagedWithinMs: 6000,
  runMs: 148_000,
} as const

/** What befalls whom; when, is drawn. */
const fates: Readonly<Record<NodeId, (rng: Rng) => Fate>> = {
  A: () => ({ kind: 'lies' }),
  B: (rng) => ({ kind: 'breaks', fromMs: 40_000 + rng.int(4000), forMs: 20_000 }),
  C: (rng) => ({ kind: 'breaks', fromMs: 46_000 + rng.int(3000), forMs: 14_000 }),
  D: (rng) => ({ kind: 'flaps', fromMs: 50_000 + rng.int(10_000), forMs: 20_000 }),
  E: (rng) => ({ kind: 'moves', fromMs: 70_000 + rng.int(10_000) }),
  F: (rng) => ({
    kind: 'peaks',
    peakMs: rng.int(SEASON_MS),
    fromMs: 128_000 + rng.int(6000),
    forMs: 12_000,
  }),
}

const services: Readonly<Record<NodeId, string>> = { D: 'mail', E: 'pay', F: 'backup' }

/** Few enough machines to follow: one that lies, and two that break. */
export const smallNight = { profile: { nodes: 5 }, runMs: 62_000 } as const

/**
 * Six machines and a monitor, which may wake somebody up: A lies now and then, B and C break
 * together, D flaps, E is slower for good from some moment on, F has a peak in every season, and
 * breaks at last. Run it with `runAsync`; `smallNight` leaves out the last three.
 */
export function scenario(subject: Subject): Scenario<NightMessage> {
  const { machine, latencyMs, runMs } = nightWorld
  return simulate({
    name: 'anomaly-detector',
    nodes: [MONITOR, PHONE, ...Object.keys(fates)],
    promising: [MONITOR],
    make(env, { clock }) {
      if (env.id === MONITOR) return new Monitor(env, clock, subject, settings)
      if (env.id === PHONE) return new Phone()
      const fate = fates[env.id]?.(env.rng) ?? { kind: 'lies' }
      return new Machine(env, MONITOR, machine, fate)
    },
    profile: { latencyMs },
    faults: [],
    healAt: 0,
    runMs,
    always: [onlyWhoIsBroken],
    sometimes: ['breaks', 'works again', 'flaps', 'peaks'].map((event) => emitted(event)),
    atEnd: [pagedInTime],
    label: labelOf,
    limits: { eventsMax: 50_000 },
  })
}

const settings = {
  ...nightWorld,
  hasSeason: (id: NodeId) => id === 'F',
  serviceOf,
  alerter: {
    ...nightWorld.alerter,
    groupBy: ({ service }: { service: string }) => service,
  },
}

/** The service that a machine belongs to. */
export function serviceOf(id: NodeId): string {
  return services[id] ?? 'shop'
}

/** A message in a few words: `112 ms`. */
function labelOf(msg: NightMessage): string {
  return msg.t === 'sample' ? `${Math.round(msg.x)} ms` : `${msg.kind}: ${msg.groups.join(', ')}`
}

const onlyWhoIsBroken: Invariant<NightMessage> = {
  text: 'Nobody is woken up but for who is broken, and for that once.',
  watch() {
    const broken = new Set<NodeId>()
    const paged = new Set<unknown>()
    return {
      emit({ event, node, data, at }) {
        if (event === 'breaks') broken.add(node)
        if (event === 'works again') broken.delete(node)
        if (event !== 'paged') return null
        const when = `at ${Math.round(at)} ms ${String(data)} was paged`
        if (paged.has(data)) return `${when} again`
        paged.add(data)
        const isBroken = [...broken].some((id) => serviceOf(id) === data)
        return isBroken ? null : `${when}: ${whyNot(data)}`
      },
    }
  },
}

function whyNot(service: unknown): string {
  if (service === 'mail') return 'D flaps, and is never bad for long'
  if (service === 'backup') return 'F is as it was in every season'
  return service === 'shop' ? 'A lies now and then, and never for long' : 'nothing is wrong there'
}

const pagedInTime: EndCheck = {
  kind: 'liveness',
  text: 'Somebody is woken up for whoever breaks.',
  check({ emitted: all }) {
    for (const { event, node, at } of all) {
      if (event !== 'breaks') continue
      const service = serviceOf(node)
      const until = at + nightWorld.pagedWithinMs
      const isPaged = all.some((one) => {
        return one.event === 'paged' && one.data === service && one.at <= until
      })
      if (isPaged) continue
      const [from, to] = [Math.round(at), Math.round(until)]
      return {
        text: `${node} of ${service} broke at ${from} ms, and ${service} was not paged by ${to} ms`,
        at: until,
      }
    }
    return null
  },
}
