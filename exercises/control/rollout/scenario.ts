import { emitted, simulate } from '@five-pillars/simulator'
import type { EndCheck, EndWatch, Invariant, Scenario } from '@five-pillars/simulator'

import { Operator, Server } from './machines.ts'
import type { RolloutMessage, Surroundings } from './machines.ts'
import type * as starter from './src/rollout.ts'

/** What of a submission the world is made of. */
export type Subject = Pick<typeof starter, 'createRollout'>

const OPERATOR = 'ops'
const HOSTS = 12

/** The world that the exercise makes its last promise for. Times are milliseconds. */
export const shop = {
  bakeMs: 8000,
  minRequests: 500,
  maxErrorRatio: 0.1,
  /** Three of ten requests fail because of v2; v3 is v2 without the mistake. */
  ships: [
    { name: 'v2', flaw: 0.3, atMs: 0 },
    { name: 'v3', flaw: 0, atMs: 45_000 },
  ],
  /** v2 is nowhere any more, and v3 is everywhere, after this. */
  endedMs: { v2: 40_000, v3: 150_000 },
  /** Of all requests before v3 is shipped so many may fail because of v2. */
  hurtMax: 0.05,
  reportMs: 2000,
  perReport: [60, 100],
  errors: { usual: 0.02, bad: 0.2 },
  badDayMs: [10_000, 70_000],
  installMs: [1000, 2000],
  timeoutMs: 4000,
  lost: { deployment: 0.1, answer: 0.1 },
  /** A message takes half of this to one and a half times as long. */
  latencyMs: 10,
  runMs: 150_000,
} as const

/** Few enough hosts to follow each deployment with the eye, and time for v2. */
export const smallShop = { profile: { nodes: 4 }, runMs: 40_000 } as const

/** First one, then a third, then all; a quarter of them may be down. */
function surroundings(hosts: number): Surroundings {
  const waves = [...new Set([1, Math.max(1, Math.floor(hosts / 3)), hosts])]
  const { bakeMs, minRequests, maxErrorRatio } = shop
  const maxUnavailable = Math.max(1, Math.floor(hosts / 4))
  return {
    ...shop,
    options: { waves, bakeMs, minRequests, maxErrorRatio, maxUnavailable, flag: 'new' },
  }
}

/**
 * One operator and twelve hosts in three zones. First a bad version is shipped, then a good one. Some
 * first deployments get lost, and some answers; for a minute everything is bad, whatever the version.
 * Run it with `runAsync`; `smallShop` has three hosts.
 */
export function scenario({ createRollout }: Subject): Scenario<RolloutMessage> {
  const { latencyMs, runMs } = shop
  return simulate<RolloutMessage>({
    name: 'rollout',
    nodes: [OPERATOR, ...Array.from({ length: HOSTS }, (_, index) => `s${index + 1}`)],
    promising: [OPERATOR],
    make(env, { clock, servers }) {
      const world = surroundings(servers.length - 1)
      if (env.id === OPERATOR) return new Operator(env, clock, createRollout, world)
      return new Server(env, OPERATOR, world)
    },
    profile: { latencyMs, spread: 'uniform' },
    faults: [],
    healAt: 0,
    runMs,
    always: [fewAreDown, flagIsLast, badStaysSmall],
    sometimes: [emitted('ships'), emitted('down')],
    atEnd: [ends, hurtsFew],
    label: labelOf,
    limits: { eventsMax: 20_000 },
  })
}

function labelOf(msg: RolloutMessage): string {
  switch (msg.t) {
    case 'deploy':
      return msg.software.name
    case 'deployed':
      return 'ok'
    case 'flag':
      return msg.isOn ? 'flag on' : 'flag off'
    case 'report':
      return `${msg.version}: ${msg.errors} of ${msg.requests} failed`
  }
}

const fewAreDown: Invariant<RolloutMessage> = {
  text: 'No more than a quarter of the hosts is down.',
  watch() {
    const hosts = new Set<string>()
    const down = new Set<string>()
    return {
      emit({ event, node, at }) {
        if (event === 'runs') hosts.add(node)
        if (event === 'up') down.delete(node)
        if (event !== 'down') return null
        down.add(node)
        const max = Math.max(1, Math.floor(hosts.size / 4))
        return down.size <= max ? null : `at ${Math.round(at)} ms ${down.size} hosts were down`
      },
    }
  },
}

const flagIsLast: Invariant<RolloutMessage> = {
  text: 'The flag is on when every host runs the new version, and at no other time.',
  watch() {
    const versions = new Map<string, unknown>()
    let isOn = false
    return {
      emit({ event, node, data, at }) {
        if (event === 'runs') versions.set(node, data)
        if (event === 'flag on') isOn = true
        if (event === 'flag off') isOn = false
        const kinds = new Set(versions.values())
        if (!isOn || (kinds.size === 1 && !kinds.has('v1'))) return null
        const all = [...kinds].join(' and ')
        return `at ${Math.round(at)} ms the flag was on, and hosts ran ${all}`
      },
    }
  },
}

const badStaysSmall: Invariant<RolloutMessage> = {
  text: 'A bad version gets no further than the first wave.',
  watch() {
    const hosts = new Set<string>()
    return {
      emit({ event, node, data, at }) {
        if (event !== 'runs' || data !== 'v2') return null
        hosts.add(node)
        if (hosts.size <= 1) return null
        return `at ${Math.round(at)} ms ${hosts.size} hosts had run v2, of whose requests three of ten fail`
      },
    }
  },
}

const ends: EndCheck = {
  kind: 'liveness',
  text: 'A bad version is taken back in time, and a good one is shipped in time.',
  check({ emitted: all, endMs }) {
    for (const [version, wanted] of [
      ['v2', 'halted'],
      ['v3', 'done'],
    ] as const) {
      const until = shop.endedMs[version]
      if (endMs < until) continue
      const states = all.filter(({ node, event, at, data }) => {
        return node === OPERATOR && at <= until && data === undefined && !event.startsWith('flag')
      })
      const state = states.at(-1)?.event ?? 'idle'
      if (state === wanted) continue
      return {
        text: `${version} was shipped, and at ${until} ms it was ${state}, not ${wanted}`,
        at: until,
      }
    }
    return null
  },
}

const hurtsFew: EndWatch = {
  watch() {
    let [requests, hurt] = [0, 0]
    return {
      kind: 'end',
      text: 'A bad version hurts few.',
      send({ msg, at }) {
        if (!isReport(msg) || at >= shop.ships[1].atMs) return null
        requests += msg.requests
        hurt += msg.hurt
        return null
      },
      check() {
        const share = hurt / requests
        if (share <= shop.hurtMax) return null
        return { text: `${Math.round(share * 100)} of 100 requests failed because of v2` }
      },
    }
  },
}

function isReport(msg: unknown): msg is Extract<RolloutMessage, { t: 'report' }> {
  return typeof msg === 'object' && msg !== null && 't' in msg && msg.t === 'report'
}
