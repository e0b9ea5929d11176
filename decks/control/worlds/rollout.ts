import { simulate } from '@five-pillars/simulator'
import type { EndCheck, RunOptions, Scenario, WorkItem } from '@five-pillars/simulator'

import { broker } from './broker.ts'
import { Customer, Operator } from './rollout-people.ts'
import { RolloutServer, labelOf } from './rollout-server.ts'
import type { RolloutMessage } from './rollout-server.ts'

/** What is done: everything at once and then one of two ways back, or one wave after the other. */
export type Way = 'rollback' | 'flag-off' | 'waves'

export function rollout(way: Way): Scenario<RolloutMessage> {
  return simulate<RolloutMessage>({
    name: `rollout-${way}`,
    nodes: broker.servers,
    make: (env) => new RolloutServer(env),
    clients: {
      count: 2,
      make: (env) => (env.id === OPERATOR ? new Operator(env) : new Customer(env)),
      gapMs: [broker.runMs, broker.runMs],
      timeoutMs: broker.runMs,
      next: () => null,
      describe: ({ input }) => (typeof input === 'number' ? 'an order' : String(input)),
    },
    profile: { latencyMs: broker.latencyMs, spread: 'uniform' },
    faults: [],
    healAt: 1,
    runMs: broker.runMs,
    atEnd: [oneForOne],
    label: labelOf,
    show: { gauges: ['wrong'] },
  })
}

const OPERATOR = 'c1'
const CUSTOMER = 'c2'

/** What operator and customer do on that day. */
export function dayOf(way: Way, seed: number): RunOptions {
  return { seed, workload: [...deedsOf(way), ...customerOrders()].toSorted((a, b) => a.at - b.at) }
}

function deedsOf(way: Way): WorkItem[] {
  const { decidedAtMs, runMs } = broker
  if (way === 'waves') return [deed(100, 'waves')]
  const backwards = way === 'rollback' ? 'roll back' : 'flag off'
  return [
    deed(100, 'install'),
    deed(500, 'flag on'),
    deed(decidedAtMs, backwards),
    deed(runMs - 100, 'stop'),
  ]
}

function deed(at: number, input: string): WorkItem {
  return { client: OPERATOR, at, call: { key: 'fleet', input } }
}

function customerOrders(): WorkItem[] {
  const { orderEveryMs, runMs } = broker
  const count = Math.floor(runMs / orderEveryMs) - 1
  return Array.from({ length: count }, (_, index) => ({
    client: CUSTOMER,
    at: orderEveryMs * (index + 1),
    call: { key: 'market', input: index },
  }))
}

/** How many orders were sent in a run that nobody gave. */
export function wrongOrders(emitted: readonly { node: string; data?: unknown }[]): number {
  const last = new Map(emitted.map(({ node, data }) => [node, Number(data)]))
  return [...last.values()].reduce((sum, wrong) => sum + wrong, 0)
}

const oneForOne: EndCheck = {
  kind: 'end',
  text: 'one order out for each one in',
  check({ emitted }) {
    const first = emitted.find(({ data }) => Number(data) > 0)
    if (first === undefined) return null
    return { at: first.at, node: first.node, text: `${first.node} sends one too many` }
  },
}
