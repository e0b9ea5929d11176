import { simulate } from '@five-pillars/simulator'
import type { NodeId, Observer, Scenario, Sent } from '@five-pillars/simulator'

import { Machine, Operator } from './machines.ts'
import type { CartMessage } from './machines.ts'
import type * as starter from './src/hash-ring.ts'

/** What of a submission the world to watch is made of. */
export type Subject = Pick<typeof starter, 'createHashRing'>

const MACHINES: readonly NodeId[] = ['A', 'B', 'C', 'D', 'E']
const LEAVER = 'E'
const CARTS = 30
const POINTS = 8
const LEAVE_AT_MS = 4
const RUN_MS = 24

/**
 * Five machines keep thirty carts, each those that your ring gives it. Then an operator takes E out:
 * every machine asks its own ring again, and sends away what belongs to others now.
 *
 * The seed draws where machines and carts lie on the ring.
 */
export function scenario({ createHashRing }: Subject): Scenario<CartMessage> {
  const { settle, run, open, definition } = simulate<CartMessage>({
    name: 'hash-ring',
    nodes: MACHINES,
    make: (env) => {
      const ring = createHashRing({ vnodes: POINTS, hash: placeOf })
      return new Machine(env, ring, MACHINES, CARTS)
    },
    clients: {
      count: 1,
      make: (env) => new Operator(env, MACHINES),
      gapMs: [RUN_MS, RUN_MS],
      timeoutMs: RUN_MS,
      next: () => null,
      describe: () => `take ${LEAVER} out`,
    },
    profile: { latencyMs: 5, spread: 'uniform' },
    faults: [],
    healAt: 1,
    runMs: RUN_MS,
    label: labelOf,
    always: [{ text: 'only the carts of who leaves move', watch: watchMoves }],
  })
  const workload = [
    { client: 'c1', at: LEAVE_AT_MS, call: { key: 'fleet', input: LEAVER } },
  ] as const
  return {
    definition,
    settle: (options) => settle({ workload, ...options }),
    run: (options) => run({ workload, ...options }),
    open: (options) => open({ workload, ...options }),
  }
}

function watchMoves(): Observer<CartMessage> {
  return {
    send: ({ from, to, msg }: Sent<CartMessage>) =>
      msg.t === 'cart' && from !== LEAVER
        ? `cart ${msg.cart} goes from ${from} to ${to}, and neither of them leaves`
        : null,
  }
}

function labelOf(msg: CartMessage): string {
  switch (msg.t) {
    case 'leave':
      return `${msg.machine} leaves`
    case 'cart':
      return `cart ${msg.cart}`
    case 'settled':
      return `${msg.moved} moved`
  }
}

/** FNV-1a with a finish that mixes: near names lie far apart. */
function placeOf(text: string): number {
  let hash = 0x81_1c_9d_c5
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35)
  return (hash ^ (hash >>> 16)) >>> 0
}
