import type { Scenario, Trace } from '@five-pillars/simulator'

import type { Balancing } from './balancing.ts'
import type { Message } from './messages.ts'
import { outage, policies, retryStorm } from './retry-storm.ts'
import type { PolicyId } from './retry-storm.ts'
import { shop, slowServer } from './slow-server.ts'

/** The shop, small enough to watch: each request can be followed with the eye. */
const smallShop = { ...shop, servers: 5, users: 2, hopMs: 2, openMs: 400 }

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

const SEED = 1

/** Every run that the deck can play, by the name of its file. */
export const traces = {
  'slow-server-round-robin': () => shopTrace('roundRobin'),
  'slow-server-least-connections': () => shopTrace('leastConnections'),
  'slow-server-two-choices': () => shopTrace('twoChoices'),
  'retry-storm-backoff': () => outageTrace('backoff'),
  'retry-storm-budget-drop': () => outageTrace('budget-drop'),
} as const

function shopTrace(balancing: Balancing): Trace {
  return recorded(slowServer(balancing, smallShop), smallShop.openMs)
}

function outageTrace(policy: PolicyId): Trace {
  return recorded(retryStorm(policies[policy], smallOutage), smallOutage.durationMs)
}

function recorded(scenario: Scenario<Message>, runMs: number): Trace {
  const { trace } = scenario.run({ seed: SEED, runMs, full: true })
  if (trace === null) throw new Error(`${scenario.definition.name} kept no trace of its run`)
  return trace
}
