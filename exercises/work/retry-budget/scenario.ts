import { emitted, simulate } from '@five-pillars/simulator'
import type { EndCheck, NodeId, RunEnd, Scenario } from '@five-pillars/simulator'

import { Client, createAbort, Server, SERVER } from './machines.ts'
import type { Span, StormMessage } from './machines.ts'
import type * as starter from './src/retry-budget.ts'

/** What of a submission the world is made of. */
export type Subject = Pick<typeof starter, 'createCaller'>

/** The world that the exercise makes its last promises for. Times are milliseconds. */
export const stormWorld = {
  policy: {
    maxAttempts: 4,
    baseMs: 100,
    capMs: 1000,
    budgetRatio: 0.1,
    budgetBurst: 2,
    perTryTimeoutMs: 500,
  },
  clients: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'],
  /** Of each client. */
  callsPerS: 10,
  /** Offered load as a share of what the server can do. */
  load: 0.8,
  callForMs: 2000,
  latencyMs: 1,
  /** The server stands still. */
  outage: { fromMs: 2000, untilMs: 7000 },
  /** A crowd calls as well, so often. */
  surge: { fromMs: 2000, untilMs: 5000, callsPerS: 300 },
  /** So long after that nearly all calls succeed again. */
  backAfterMs: 3000,
  servedShare: 0.95,
  /** Attempts in any stretch of this length are at most so many times the calls in it. */
  peak: { windowMs: 5000, attemptsPerCall: 1.2 },
  runMs: 15_000,
} as const

/** What comes at once, and goes again: it is there in the runs of the legend alone. */
const CROWD = 'crowd'

const callers = [...stormWorld.clients, CROWD]

const ordinary = 1 + stormWorld.clients.length

/**
 * Not the server stops, but others come: the day of 7 December 2021 at Amazon Web Services, in its
 * order. An automatic step scales something up; all that is new connects at the same time, through a
 * narrow place; it gets slow, clients time out and try again; what has come is done, and the place
 * is as full as before. (aws.amazon.com/message/12721; Huang et al., "Metastable Failures in the
 * Wild", OSDI 2022)
 */
export const legend = { profile: { nodes: ordinary + 1 }, runMs: 13_000 } as const

/** One client, whose calls can be followed with the eye, and a server that is as much slower. */
export const smallStorm = { profile: { nodes: 2 } } as const

/**
 * Clients who call one server, each through a caller of its own, and a server that stands still for
 * five seconds: run it with `runAsync`. In `legend` it does not, and a crowd calls as well for a
 * while; `smallStorm` leaves out all clients but one.
 */
export function scenario({ createCaller }: Subject): Scenario<StormMessage> {
  const { policy, callsPerS, callForMs, surge, outage, latencyMs, runMs } = stormWorld
  return simulate({
    name: 'retry-budget',
    nodes: [SERVER, ...callers],
    promising: callers,
    make(env, { servers, clock }) {
      if (env.id === SERVER) {
        return new Server(env, serviceMsFor(servers), isLegend(servers) ? undefined : outage)
      }
      const caller = createCaller({ ...policy }, clock, env.rng, createAbort)
      const habits = env.id === CROWD ? surge : { callsPerS }
      return new Client(env, clock, caller, { ...habits, callForMs })
    },
    profile: { latencyMs, nodes: ordinary },
    faults: [],
    healAt: 0,
    runMs,
    sometimes: [emitted('stands still'), emitted('serves again'), emitted('drops')],
    atEnd: [isBack, staysBelowPeak],
    label: (msg) => `${msg.t === 'request' ? '' : 'answer '}${msg.request}`,
    show: { gauges: ['queue'] },
    limits: { eventsMax: 60_000 },
  })
}

function isLegend(servers: readonly NodeId[]): boolean {
  return servers.includes(CROWD)
}

/** How long a server of all those clients works on a request. */
function serviceMsFor(servers: readonly NodeId[]): number {
  const clients = servers.filter((id) => id !== SERVER && id !== CROWD).length
  return (1000 * stormWorld.load) / (clients * stormWorld.callsPerS)
}

/** When the cause is over. */
export function troubleOf(servers: readonly NodeId[]): Span {
  return isLegend(servers) ? stormWorld.surge : stormWorld.outage
}

/** How many of the calls that began in a stretch of time there are, and how many were served. */
export function servedIn(
  { emitted: all }: Pick<RunEnd, 'emitted'>,
  { fromMs, untilMs }: Span,
): { calls: number; served: number } {
  const calls = new Set<string>()
  let served = 0
  for (const { event, node, data, at } of all) {
    const call = `${node} ${String(data)}`
    if (event === 'call' && at >= fromMs && at < untilMs) calls.add(call)
    if (event === 'served' && calls.has(call)) served++
  }
  return { calls: calls.size, served }
}

const isBack: EndCheck = {
  kind: 'liveness',
  text: 'Soon after its cause the outage is over.',
  check(end) {
    const { backAfterMs, servedShare, callForMs, runMs } = stormWorld
    const { untilMs } = troubleOf(end.servers)
    // Each call that is looked at has come to its end.
    const span = { fromMs: untilMs + backAfterMs, untilMs: Math.min(end.endMs, runMs) - callForMs }
    const { calls, served } = servedIn(end, span)
    if (served >= servedShare * calls) return null
    const share = Math.round((100 * served) / calls)
    const seconds = backAfterMs / 1000
    return { text: `${seconds} s after its cause was over, ${share} % of the calls were served` }
  },
}

/** Most attempts for each call, in a stretch of time that begins with any second. */
export function peakOf({ emitted: all, endMs }: Pick<RunEnd, 'emitted' | 'endMs'>): {
  ratio: number
  fromMs: number
} {
  const { windowMs } = stormWorld.peak
  const calls = perSecond(all, 'call', endMs)
  const retries = perSecond(all, 'retry', endMs)
  const seconds = windowMs / 1000
  let peak = { ratio: 0, fromMs: 0 }
  for (let from = 0; from + seconds <= calls.length; from++) {
    const made = sum(calls.slice(from, from + seconds))
    const ratio = (made + sum(retries.slice(from, from + seconds))) / made
    if (ratio > peak.ratio) peak = { ratio, fromMs: 1000 * from }
  }
  return peak
}

const staysBelowPeak: EndCheck = {
  kind: 'end',
  text: 'Retries are a small part of what the server is asked.',
  check(end) {
    const { ratio, fromMs } = peakOf(end)
    const { attemptsPerCall, windowMs } = stormWorld.peak
    if (ratio <= attemptsPerCall) return null
    const [from, until] = [fromMs / 1000, (fromMs + windowMs) / 1000]
    const text = `from second ${from} to ${until} there were ${ratio.toFixed(1)} attempts a call`
    return { text, at: fromMs + windowMs }
  },
}

function perSecond(all: RunEnd['emitted'], event: string, endMs: number): number[] {
  const counts = Array.from({ length: Math.floor(endMs / 1000) }, () => 0)
  for (const one of all) {
    const second = Math.floor(one.at / 1000)
    if (one.event === event && second < counts.length) counts[second] = (counts[second] ?? 0) + 1
  }
  return counts
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
