import type { LoadBalancer, Lease, Rng } from './src/load-balancer.ts'

/** One backend of the queue loop: it serves one request at a time, in order of arrival. */
interface Server {
  readonly id: string
  readonly meanServiceMs: number
  /** Its requests in order of arrival; each leaves at `doneAtMs`. */
  readonly queue: Job[]
  freeAtMs: number
  chosen: number
  longestQueue: number
}

interface Job {
  readonly lease: Lease
  readonly doneAtMs: number
}

export interface QueueWorld {
  backends: number
  /** Mean service time of an ordinary backend; each request takes 50 % to 150 % of the mean. */
  serviceMs: number
  /** How many times slower the one slow backend is. */
  slowFactor: number
  /** Offered load as a share of what all backends can serve together. */
  load: number
  requests: number
}

/** The world that the exercise promises a 99th percentile for. */
export const slowBackendWorld = {
  backends: 10,
  serviceMs: 10,
  slowFactor: 10,
  load: 0.6,
  requests: 5000,
} as const satisfies QueueWorld

export interface QueueReport {
  p99Ms: number
  slow: { id: string; chosen: number; longestQueue: number }
}

/**
 * Sends a Poisson stream of requests through a balancer to backends with queues, in virtual time,
 * and reports the 99th percentile of the latency (waiting plus service). Which backend is slow is
 * drawn from `rng`.
 *
 * @throws {Error} when the balancer refuses a request or names a backend that does not exist: all
 *   backends are healthy here.
 */
export function runQueue(
  balancer: Pick<LoadBalancer, 'add' | 'acquire'>,
  world: QueueWorld,
  rng: Rng,
): QueueReport {
  const servers = openServers(world, rng)
  for (const id of servers.keys()) balancer.add({ id })
  const meanGapMs = 1 / (world.load * capacityPerMs(servers))
  const latenciesMs: number[] = []
  let nowMs = 0
  for (let request = 1; request <= world.requests; request++) {
    nowMs += -Math.log(1 - rng.next()) * meanGapMs
    finishJobs(servers, nowMs)
    const lease = balancer.acquire()
    const server = lease === null ? undefined : servers.get(lease.backend)
    if (lease === null || server === undefined) throw refused(request, lease)
    latenciesMs.push(enqueue(server, lease, nowMs, rng) - nowMs)
  }
  return { p99Ms: percentile(latenciesMs, 0.99), slow: slowestOf(servers) }
}

function openServers(world: QueueWorld, rng: Rng): Map<string, Server> {
  const slow = rng.int(world.backends)
  const servers = new Map<string, Server>()
  for (let i = 0; i < world.backends; i++) {
    const id = String.fromCodePoint(65 + i)
    const meanServiceMs = world.serviceMs * (i === slow ? world.slowFactor : 1)
    servers.set(id, { id, meanServiceMs, queue: [], freeAtMs: 0, chosen: 0, longestQueue: 0 })
  }
  return servers
}

function capacityPerMs(servers: Map<string, Server>): number {
  return [...servers.values()].reduce((sum, server) => sum + 1 / server.meanServiceMs, 0)
}

/** Releases what is done by now, in the order of time, as real backends would answer. */
function finishJobs(servers: Map<string, Server>, nowMs: number): void {
  const due: Job[] = []
  for (const { queue } of servers.values()) {
    while (queue[0] !== undefined && queue[0].doneAtMs <= nowMs) due.push(...queue.splice(0, 1))
  }
  due.sort((a, b) => a.doneAtMs - b.doneAtMs)
  for (const { lease } of due) lease.release('ok')
}

/** Returns when the request will be done. */
function enqueue(server: Server, lease: Lease, nowMs: number, rng: Rng): number {
  const serviceMs = server.meanServiceMs * (0.5 + rng.next())
  server.freeAtMs = Math.max(nowMs, server.freeAtMs) + serviceMs
  server.queue.push({ lease, doneAtMs: server.freeAtMs })
  server.chosen++
  server.longestQueue = Math.max(server.longestQueue, server.queue.length)
  return server.freeAtMs
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.ceil(share * sorted.length) - 1] ?? 0
}

function slowestOf(servers: Map<string, Server>): QueueReport['slow'] {
  const [first, ...rest] = servers.values()
  if (first === undefined) throw new Error('a queue world needs at least one backend')
  return rest.reduce((slow, next) => (next.meanServiceMs > slow.meanServiceMs ? next : slow), first)
}

function refused(request: number, lease: Lease | null): Error {
  const answer = lease === null ? 'null' : `unknown backend ${JSON.stringify(lease.backend)}`
  return new Error(`request ${request} got ${answer}, although all backends are healthy`)
}
