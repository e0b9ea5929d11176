import type { Env, Node } from '../src/contract.ts'
import { keyed, keyOf } from '../src/random/hash.ts'
import { simulate } from '../src/scenario/simulate.ts'

const NODES = 9
const BEAT_MS = 10
const RUN_MS = 200_000

export interface Speed {
  readonly perS: number
  /** How many events were queued, on average. */
  readonly length: number
}

/** Nine nodes that send each other heartbeats: no faults, nobody watches. */
export function bareEngine(spread: 'exponential' | 'uniform'): Speed {
  const world = simulate<number>({
    name: 'bare',
    nodes: Array.from({ length: NODES }, (_, index) => `n${index}`),
    make: (env) => new Beater(env),
    profile: { latencyMs: 5, spread },
    faults: [],
    runMs: RUN_MS,
    limits: { eventsMax: 10_000_000 },
  })
  const start = performance.now()
  const { events } = world.run({ seed: 1, strict: false })
  return { perS: (1000 * events) / (performance.now() - start), length: heapLength() }
}

class Beater implements Node<number> {
  readonly #env: Env<number>
  #beats = 0

  constructor(env: Env<number>) {
    this.#env = env
  }

  start(): void {
    this.#beat()
  }

  onTimer(): void {
    this.#beat()
  }

  onMessage(): void {}

  #beat(): void {
    this.#env.setTimer('beat', BEAT_MS)
    this.#beats++
    for (const peer of this.#env.peers) this.#env.send(peer, this.#beats)
  }
}

/** A timer of each node, and what is on its way: a link carries half a message at a time. */
function heapLength(): number {
  return Math.round(NODES + NODES * (NODES - 1) * 0.5)
}

interface Event {
  readonly at: number
  readonly run: () => void
}

/**
 * What no engine of this kind can do without, and nothing else: a binary heap of the same length,
 * an event object taken out, one keyed draw, one call of a closure, one object put in.
 */
export function bareLoop(): Speed {
  const length = heapLength()
  const heap: Event[] = []
  const key = keyOf(1, 'bench')
  let calls = 0
  const run = (): void => void calls++
  for (let index = 0; index < length; index++) push(heap, { at: keyed(key, index), run })
  const events = 2_000_000
  const start = performance.now()
  for (let index = 0; index < events; index++) {
    const event = pop(heap)
    if (event === undefined) break
    event.run()
    push(heap, { at: event.at + (keyed(key, index) >>> 12), run })
  }
  const ms = performance.now() - start
  if (calls !== events) throw new Error(`${calls} calls for ${events} events`)
  return { perS: (1000 * events) / ms, length }
}

function push(heap: Event[], event: Event): void {
  let hole = heap.length
  heap.push(event)
  while (hole > 0) {
    const parent = (hole - 1) >> 1
    const above = heap[parent]
    if (above === undefined || above.at <= event.at) break
    heap[hole] = above
    hole = parent
  }
  heap[hole] = event
}

function pop(heap: Event[]): Event | undefined {
  const first = heap[0]
  const last = heap.pop()
  if (first === undefined || last === undefined || heap.length === 0) return first
  let hole = 0
  for (;;) {
    let child = 2 * hole + 1
    let below = heap[child]
    if (below === undefined) break
    const right = heap[child + 1]
    if (right !== undefined && right.at < below.at) {
      below = right
      child++
    }
    if (last.at <= below.at) break
    heap[hole] = below
    hole = child
  }
  heap[hole] = last
  return first
}
