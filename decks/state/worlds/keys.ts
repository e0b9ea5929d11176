import { simulate } from '@five-pillars/simulator'
import type { Call, Client, Env, Node, NodeId, Outcome, Scenario } from '@five-pillars/simulator'

import { modulo, ring } from './placement.ts'
import type { Placement } from './placement.ts'

export interface Fleet {
  servers: number
  keys: number
  /** Places of each server on the ring. */
  placesEach: number
}

/** Ten servers that share a thousand keys. */
export const fleet: Fleet = { servers: 10, keys: 1000, placesEach: 100 }

export type Rule = 'modulo' | 'ring'

export type KeyMessage =
  | { t: 'leave'; server: NodeId }
  | { t: 'key'; key: number }
  | { t: 'settled'; moved: number }

const RUN_MS = 100
const LEAVE_AT_MS = 4

/**
 * Servers that hold the keys which a rule gives them. Then an operator takes the last one out, and
 * everybody sends the keys that are not theirs any more to whom the rule gives them now. The call
 * of the operator answers how many keys moved.
 *
 * @param salt draws where keys and servers are hashed to
 */
export function leaving(rule: Rule, salt: number, world: Fleet = fleet): Scenario<KeyMessage> {
  const members = serversOf(world)
  const leaver = members.at(-1) ?? ''
  const placement = placementOf(rule, salt, world)
  const { settle, run, open, definition } = simulate<KeyMessage>({
    name: `leaving-${rule}`,
    nodes: members,
    make: (env) => new Server(env, members, placement, world.keys),
    clients: {
      count: 1,
      make: (env) => new Operator(env, members),
      gapMs: [RUN_MS, RUN_MS],
      timeoutMs: RUN_MS,
      next: () => null,
      describe: () => `take ${leaver} out`,
    },
    profile: { latencyMs: 5, spread: 'uniform' },
    faults: [],
    healAt: 1,
    runMs: RUN_MS,
    label: labelOf,
  })
  const workload = [
    { client: 'c1', at: LEAVE_AT_MS, call: { key: 'fleet', input: leaver } },
  ] as const
  return {
    definition,
    settle: (options) => settle({ workload, ...options }),
    run: (options) => run({ workload, ...options }),
    open: (options) => open({ workload, ...options }),
  }
}

/** A, B, C and so on. */
export function serversOf({ servers }: Fleet): NodeId[] {
  return Array.from({ length: servers }, (_, index) => String.fromCodePoint(65 + index))
}

function placementOf(rule: Rule, salt: number, world: Fleet): Placement {
  switch (rule) {
    case 'modulo':
      return modulo(salt)
    case 'ring':
      return ring(salt, serversOf(world), world.placesEach)
  }
}

function labelOf(msg: KeyMessage): string {
  switch (msg.t) {
    case 'leave':
      return `${msg.server} leaves`
    case 'key':
      return `key ${msg.key}`
    case 'settled':
      return `${msg.moved} moved`
  }
}

class Server implements Node<KeyMessage> {
  readonly #env: Env<KeyMessage>
  readonly #placement: Placement
  readonly #keys: Set<number>
  #members: readonly NodeId[]

  constructor(
    env: Env<KeyMessage>,
    members: readonly NodeId[],
    placement: Placement,
    keys: number,
  ) {
    this.#env = env
    this.#members = members
    this.#placement = placement
    const all = Array.from({ length: keys }, (_, key) => key)
    this.#keys = new Set(all.filter((key) => placement(key, members) === env.id))
  }

  start(): void {
    this.#env.emit('keys', this.#keys.size)
  }

  onMessage(from: NodeId, msg: KeyMessage): void {
    switch (msg.t) {
      case 'leave':
        this.#env.send(from, { t: 'settled', moved: this.#without(msg.server) })
        break
      case 'key':
        this.#keys.add(msg.key)
        break
      case 'settled':
        return
    }
    this.#env.emit('keys', this.#keys.size)
  }

  onTimer(): void {}

  /** Sends away what belongs to others now; returns how many keys that are. */
  #without(leaver: NodeId): number {
    this.#members = this.#members.filter((id) => id !== leaver)
    const before = this.#keys.size
    for (const key of this.#keys) {
      const owner = this.#placement(key, this.#members)
      if (owner === this.#env.id) continue
      this.#keys.delete(key)
      this.#env.send(owner, { t: 'key', key })
    }
    return before - this.#keys.size
  }
}

class Operator implements Client<KeyMessage> {
  readonly #env: Env<KeyMessage>
  readonly #members: readonly NodeId[]
  #settled = 0
  #moved = 0
  #done: (outcome: Outcome) => void = () => {}

  constructor(env: Env<KeyMessage>, members: readonly NodeId[]) {
    this.#env = env
    this.#members = members
  }

  start(): void {}

  perform({ input }: Call, done: (outcome: Outcome) => void): void {
    this.#done = done
    for (const id of this.#members) this.#env.send(id, { t: 'leave', server: String(input) })
  }

  onMessage(_from: NodeId, msg: KeyMessage): void {
    if (msg.t !== 'settled') return
    this.#moved += msg.moved
    if (++this.#settled < this.#members.length) return
    this.#done({ kind: 'ok', output: this.#moved })
  }

  onTimer(): void {}
}
