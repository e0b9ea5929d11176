import { emitted, simulate } from '@five-pillars/simulator'
import type { EndCheck, Invariant, NodeId, Rng, RunEnd, Scenario } from '@five-pillars/simulator'

import { Backend, clientOf } from './machines.ts'
import type { BreakerMessage, Death } from './machines.ts'
import type * as starter from './src/circuit-breaker.ts'

/** What of a submission the world is made of. */
export type Subject = Pick<typeof starter, 'createBreaker'>

const BACKEND = 'backend'
const CLIENTS = 50

/** The world that the exercise makes its last promise for. Times are milliseconds. */
export const fiftyClients = {
  options: {
    failureRate: 0.5,
    minCalls: 4,
    windowMs: 1500,
    openMs: 1000,
    halfOpenMax: 1,
    successesToClose: 2,
  },
  habits: { gapMs: [150, 250], patienceMs: 300 },
  /** A message takes half of this to one and a half times as long. */
  latencyMs: 10,
  /** Every breaker is open so long after the backend dies, and closed so long after it returns. */
  withinMs: { open: 1800, closed: 2500 },
  runMs: 9500,
} as const

/** Few enough clients to follow each request with the eye. */
export const threeClients = { profile: { nodes: 4 } } as const

/**
 * One backend and fifty clients, each with a breaker of its own. The backend works, is dead for some
 * seconds, and returns. Run it with `runAsync`; `threeClients` leaves out the other clients.
 */
export function scenario({ createBreaker }: Subject): Scenario<BreakerMessage> {
  const { options, habits, latencyMs, runMs } = fiftyClients
  const world = { backend: BACKEND, create: createBreaker, options, habits }
  const clients = Array.from({ length: CLIENTS }, (_, index) => `c${index + 1}`)
  return simulate({
    name: 'circuit-breaker',
    nodes: [BACKEND, ...clients],
    promising: clients,
    make: (env, { clock }) =>
      env.id === BACKEND ? new Backend(env, deathOf(env.rng)) : clientOf(env, clock, world),
    profile: { latencyMs, spread: 'uniform' },
    faults: [],
    healAt: 0,
    runMs,
    always: [noneWhileOpen, oneAtATime, onlyWhileDead],
    sometimes: [emitted('tries'), emitted('returns')],
    atEnd: [opensInTime, closesInTime],
    label: (msg) => (msg.t === 'request' ? 'request' : msg.isOk ? 'answer' : 'no'),
    limits: { eventsMax: 60_000 },
  })
}

function deathOf(rng: Rng): Death {
  const kind = rng.pick(['hangs', 'refuses'] as const)
  return { kind, fromMs: 2500 + rng.int(1000), forMs: 2500 + rng.int(1000) }
}

const noneWhileOpen: Invariant<BreakerMessage> = {
  text: 'A client whose breaker is open asks nobody.',
  watch() {
    const open = new Set<NodeId>()
    return {
      emit({ event, node }) {
        if (event === 'open') open.add(node)
        if (event === 'half-open' || event === 'closed') open.delete(node)
        return null
      },
      send({ from, at }) {
        return open.has(from)
          ? `${timeText(at)} ${from} sent a request: its breaker was open`
          : null
      },
    }
  },
}

const oneAtATime: Invariant<BreakerMessage> = {
  text: 'A client whose breaker is half-open has at most halfOpenMax requests under way.',
  watch() {
    const underWay = new Map<NodeId, number>()
    const { halfOpenMax } = fiftyClients.options
    return {
      emit({ event, node, at }) {
        if (event === 'half-open') underWay.set(node, 0)
        const now = underWay.get(node) ?? 0
        if (event === 'tried') underWay.set(node, Math.max(0, now - 1))
        if (event === 'tries') underWay.set(node, now + 1)
        if (event !== 'tries' || now < halfOpenMax) return null
        return `${timeText(at)} the half-open ${node} sent request ${now + 1} beside ${now}`
      },
    }
  },
}

/** What was on its way when the backend came back may still fail; that is known a little later. */
const onlyWhileDead: Invariant<BreakerMessage> = {
  text: 'Only a dead backend opens a breaker.',
  watch() {
    const { patienceMs } = fiftyClients.habits
    let deadUntil = -Infinity
    return {
      emit({ event, node, at }) {
        if (event === 'dies') deadUntil = Infinity
        if (event === 'returns') deadUntil = at + patienceMs
        if (event !== 'open' || at <= deadUntil) return null
        return `${timeText(at)} the breaker of ${node} opened: the backend was well`
      },
    }
  },
}

const opensInTime: EndCheck = {
  kind: 'liveness',
  text: 'Every breaker is open soon after the backend dies.',
  check: (end) => lateAfter('dies', 'open', fiftyClients.withinMs.open, end),
}

const closesInTime: EndCheck = {
  kind: 'liveness',
  text: 'Every breaker is closed soon after the backend returns.',
  check: (end) => lateAfter('returns', 'closed', fiftyClients.withinMs.closed, end),
}

function lateAfter(
  event: 'dies' | 'returns',
  wanted: 'open' | 'closed',
  withinMs: number,
  { emitted: all, servers }: RunEnd,
): ReturnType<EndCheck['check']> {
  const turn = all.find((one) => one.event === event)
  if (turn === undefined) return null
  const until = turn.at + withinMs
  const seen = all.filter(({ at }) => at >= turn.at && at <= until)
  const late = servers.find((id) => {
    return id !== BACKEND && !seen.some((one) => one.node === id && one.event === wanted)
  })
  if (late === undefined) return null
  const what = event === 'dies' ? 'died' : 'returned'
  const [from, to] = [Math.round(turn.at), Math.round(until)]
  const text = `the backend ${what} at ${from} ms, and the breaker of ${late} was not ${wanted} by ${to} ms`
  return { text, at: until }
}

function timeText(ms: number): string {
  return `at ${Math.round(ms)} ms`
}
