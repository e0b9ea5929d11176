import type { Clock, NodeId, Rng } from '@five-pillars/simulator'

/** A part may want to hear who is healthy. None of the five needs it. */
interface Listening {
  /** Called at each piece of health news that reaches the gateway, about a worker or a replica. */
  readonly onHealth?: ((id: NodeId, isUp: boolean) => void) | undefined
}

/** Work: who serves the next request. */
export interface LoadBalancerPart extends Listening {
  createLeastConnections(rng: Rng): {
    add(backend: { id: string }): void
    remove(id: string): void
    setHealthy(id: string, healthy: boolean): void
    acquire(): Lease | null
    inFlight(id: string): number
  }
}

export interface Lease {
  readonly backend: string
  release(outcome: 'ok' | 'error' | 'timeout'): void
}

/** State: which shard keeps a cart. */
export interface HashRingPart extends Listening {
  createHashRing(options: { vnodes: number; hash: (text: string) => number }): {
    add(node: string): void
    remove(node: string): void
    owner(key: string): string | null
    replicas(key: string, n: number): string[]
  }
}

/** Truth: how many answers are enough, and which of them counts. */
export interface QuorumPart extends Listening {
  createCollector(
    members: ReadonlySet<NodeId>,
    need: number,
  ): { offer(from: NodeId, ok: boolean): 'pending' | 'reached' | 'impossible' }
  newest<T>(
    replies: readonly { id: NodeId; ts: number; value: T }[],
    r: number,
  ): { readonly value: T; readonly stale: readonly NodeId[] } | null
}

/** Control: who is up. */
export interface HealthCheckerPart extends Listening {
  createHealthChecker(
    options: { intervalMs: number; timeoutMs: number; rise: number; fall: number },
    clock: Clock,
    probe: (id: string) => Promise<boolean>,
  ): {
    add(id: string): void
    remove(id: string): void
    start(): void
    stop(): void
    status(id: string): 'unknown' | 'up' | 'down'
    onChange(cb: (id: string, status: 'unknown' | 'up' | 'down', at: number) => void): () => void
  }
}

/** Intelligence: how many workers there are. */
export interface AutoscalerPart extends Listening {
  createAutoscaler(options: {
    target: number
    min: number
    max: number
    tolerance: number
    stabilizationDownMs: number
  }): {
    decide(sample: {
      at: number
      ready: number
      starting: number
      utilization: number | null
    }): number
  }
}

/** The five exercises of the day, each as what its file exports. */
export interface Parts {
  readonly loadBalancer: LoadBalancerPart
  readonly hashRing: HashRingPart
  readonly quorum: QuorumPart
  readonly healthChecker: HealthCheckerPart
  readonly autoscaler: AutoscalerPart
}

/** What is called of each part: without it there is no shop. */
const needed = {
  loadBalancer: ['createLeastConnections'],
  hashRing: ['createHashRing'],
  quorum: ['createCollector', 'newest'],
  healthChecker: ['createHealthChecker'],
  autoscaler: ['createAutoscaler'],
} as const satisfies { readonly [Name in keyof Parts]: readonly (keyof Parts[Name])[] }

/** Throws where a part lacks what the shop calls, naming both. */
export function assertParts(parts: Readonly<Record<string, object>>): void {
  for (const [name, functions] of Object.entries(needed)) {
    for (const each of functions) {
      if (typeof Reflect.get(parts[name] ?? {}, each) === 'function') continue
      const slug = name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)
      throw new Error(`The part "${slug}" exports no function ${each}.`)
    }
  }
}
