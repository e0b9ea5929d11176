import type { Scenario, Trace } from '@five-pillars/simulator'

import type { Balancing } from './balancing.ts'
import type { Message } from './messages.ts'
import { outage, policies, retryStorms } from './retry-storm.ts'
import type { Lane } from './retry-storm.ts'
import { noLongLineBesideIdle, ofUseAgain } from './rules.ts'
import { shop, slowServer } from './slow-server.ts'

/** The shop, small enough to watch: each request can be followed with the eye. */
const smallShop = { ...shop, servers: 5, hopMs: 2, openMs: 400 }

/** The outage, small enough to watch: one request takes what five took, and a second of silence. */
const smallOutage = {
  ...outage,
  serviceMs: 50,
  callsPerS: 16,
  timeoutMs: 250,
  fromMs: 500,
  untilMs: 1500,
  durationMs: 4000,
  backoffBaseMs: 50,
  backoffCapMs: 500,
  budgetBurst: 2,
  hopMs: 10,
  clients: 2,
}

/** Until when two servers are watched: long enough to see which of them comes back. */
const CUTS_MS = 3600

const SEED = 1

/** A only throws dead work away; the clients of B also have a budget. */
const cuts = [
  { server: 'A', policy: policies['backoff-drop'] },
  { server: 'B', policy: policies['budget-drop'] },
] as const

/** Every run that the deck plays, by the name of its file. */
export const traces = {
  'slow-server-round-robin': () => shopTrace('roundRobin'),
  'slow-server-least-connections': () => shopTrace('leastConnections'),
  'slow-server-two-choices': () => shopTrace('twoChoices'),
  'retry-storm-backoff': () => outageTrace([{ server: 'server', policy: policies.backoff }]),
  'retry-storm-cuts': () => outageTrace(cuts, CUTS_MS),
} as const

function shopTrace(balancing: Balancing): Trace {
  return recorded(slowServer(balancing, smallShop, [noLongLineBesideIdle]), smallShop.openMs)
}

function outageTrace(
  lanes: readonly [Lane, ...Lane[]],
  runMs: number = smallOutage.durationMs,
): Trace {
  return recorded(retryStorms(lanes, smallOutage, [ofUseAgain(smallOutage.untilMs)]), runMs)
}

function recorded(scenario: Scenario<Message>, runMs: number): Trace {
  const { trace } = scenario.run({ seed: SEED, runMs, full: true })
  if (trace === null) throw new Error(`${scenario.definition.name} kept no trace of its run`)
  return trace
}
