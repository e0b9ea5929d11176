import { createRng } from '@five-pillars/simulator'
import type { Fault, Operation, Scenario, WorkItem } from '@five-pillars/simulator'

import { missingIn, primaryDies, replicas, shop } from './replicas.ts'
import type { ReplicaMessage, Waiting } from './replicas.ts'

const RUNS = 1000
const TIMED_RUNS = 20
/** How much longer the messages of the slow copy take. */
const SLOW_MS = 100
const SWITCH_AFTER_MS = 100
const LOOK_AFTER_MS = 300

const looker = `c${shop.shoppers + 1}`
const operator = `c${shop.shoppers + 2}`
const ways = ['none', 'one', 'all'] as const satisfies readonly Waiting[]

/** How long orders take until they are confirmed, in virtual milliseconds. */
interface Confirmed {
  medianMs: number
  p99Ms: number
}

export interface ReplicaRuns {
  runs: number
  /** In how many of the runs a confirmed order is gone after the primary died. */
  lost: Record<Waiting, number>
  timedRuns: number
  /** With three copies that are well. */
  well: Record<Waiting, Confirmed>
  /** With one of the two others slow. */
  slow: Record<Waiting, Confirmed>
}

export function measureReplicas(): ReplicaRuns {
  const slow: Fault = { kind: 'slow', at: 0, for: shop.runMs, node: 'C', extraMs: SLOW_MS }
  return {
    runs: RUNS,
    lost: forEachWay(lostIn),
    timedRuns: TIMED_RUNS,
    well: forEachWay((waiting) => timed(waiting, [])),
    slow: forEachWay((waiting) => timed(waiting, [slow])),
  }
}

function forEachWay<T>(measure: (waiting: Waiting) => T): Record<Waiting, T> {
  const [none, one, all] = ways
  return { none: measure(none), one: measure(one), all: measure(all) }
}

function lostIn(waiting: Waiting): number {
  const world = worldOf(waiting)
  return seedsOf(RUNS).filter((seed) => {
    const diesAt = 200 + createRng(seed).int(200)
    const workload: WorkItem[] = [
      ...ordersIn(world, seed).filter(({ at }) => at < diesAt),
      { client: operator, at: diesAt + SWITCH_AFTER_MS, call: { key: 'shop', input: 'switch' } },
      { client: looker, at: diesAt + LOOK_AFTER_MS, call: { key: 'shop', input: 'show' } },
    ]
    const plan = [primaryDies(diesAt)]
    const { history } = world.run({ seed, plan, workload, strict: false })
    const show = history.find(({ input }) => input === 'show')
    if (show?.outcome !== 'ok') throw new Error(`seed ${seed}: nobody was shown the orders`)
    return missingIn(show, history).length > 0
  }).length
}

function timed(waiting: Waiting, plan: readonly Fault[]): Confirmed {
  const world = worldOf(waiting)
  const times = seedsOf(TIMED_RUNS)
    .map((seed) => ({ seed, plan, workload: ordersIn(world, seed), strict: false }))
    .flatMap((options) => world.run(options).history)
    .flatMap(timeOf)
    .toSorted((a, b) => a - b)
  return { medianMs: quantile(times, 0.5), p99Ms: quantile(times, 0.99) }
}

/** A shop with one shopper more, who looks at the orders in the end and orders nothing. */
function worldOf(waiting: Waiting): Scenario<ReplicaMessage> {
  return replicas({ waiting, shoppers: shop.shoppers + 1 })
}

function ordersIn({ settle }: Scenario<ReplicaMessage>, seed: number): WorkItem[] {
  return settle({ seed }).workload.filter(isOfShopper)
}

function isOfShopper({ client }: WorkItem): boolean {
  return client !== looker && client !== operator
}

function seedsOf(runs: number): number[] {
  return Array.from({ length: runs }, (_, run) => run + 1)
}

function timeOf({ input, outcome, invokedAt, returnedAt }: Operation): number[] {
  const isConfirmed = typeof input === 'number' && outcome === 'ok' && returnedAt !== null
  return isConfirmed ? [returnedAt - invokedAt] : []
}

function quantile(sorted: readonly number[], share: number): number {
  const value = sorted[Math.floor(share * (sorted.length - 1))]
  if (value === undefined) throw new Error('no order was confirmed')
  return Math.round(10 * value) / 10
}
