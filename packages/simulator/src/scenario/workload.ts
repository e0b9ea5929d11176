import type { NodeId } from '../contract.ts'
import type { Call } from '../history/recorder.ts'
import { createRng } from '../random/create-rng.ts'
import { keyOf } from '../random/hash.ts'
import type { Clients } from './definition.ts'

/** One call that a client makes: at this time, or as soon as its call before is over. */
export interface WorkItem {
  readonly client: NodeId
  /** In milliseconds of virtual time. */
  readonly at: number
  readonly call: Call
}

/** The most calls of one run: histories beyond it are beyond the checkers too. */
const CALLS_MAX = 5000

/** What the clients of a seed call. Each client has a stream of its own. */
export function drawWorkload<M>(seed: number, clients: Clients<M>, runMs: number): WorkItem[] {
  const items: WorkItem[] = []
  for (const [index, client] of clientIds(clients.count).entries()) {
    const rng = createRng(keyOf(seed, 'workload', client))
    const [least, most] = clients.gapMs
    const gap = (): number => Math.round(1000 * (least + rng.next() * (most - least))) / 1000
    let unique = index + 1
    for (let at = gap(); at < runMs; at += gap(), unique += clients.count) {
      if (items.length >= CALLS_MAX) {
        throw new RangeError(`more than ${CALLS_MAX} calls in one run: make it shorter or calmer`)
      }
      const key = keyName(rng.int(clients.keys ?? 1))
      const input = clients.next(rng, { client, key, unique })
      items.push({ client, at: Math.round(at * 1000) / 1000, call: { key, input } })
    }
  }
  return items.toSorted((a, b) => a.at - b.at)
}

/** c1, c2 and so on. */
export function clientIds(count: number): NodeId[] {
  return Array.from({ length: count }, (_, index) => `c${index + 1}`)
}

/** x, y, z, then k4, k5 and so on. */
function keyName(index: number): string {
  return ['x', 'y', 'z'][index] ?? `k${index + 1}`
}
