import { simulate } from '@five-pillars/simulator'
import type { Call, Client, Env, Node, NodeId, Outcome, Scenario } from '@five-pillars/simulator'

import { board } from './register.ts'

export type DecideMessage =
  | { t: 'decide' }
  | { t: 'entry' | 'stored'; entry: number }
  | { t: 'decided'; entry: number }

const MEMBERS = ['A', 'B', 'C'] as const
const [LEADER] = MEMBERS
const MAJORITY = 2

/**
 * A group whose leader is elected already: each question gets the next place in the log, and it is
 * decided when a majority has stored that. No log is replayed and no leader dies: it is here to
 * measure what one decision costs on a good day.
 */
export function decide(): Scenario<DecideMessage> {
  return simulate<DecideMessage>({
    name: 'decide',
    nodes: MEMBERS,
    make: (env) => new Member(env),
    clients: {
      count: 1 + board.readers,
      make: (env) => new Asker(env),
      gapMs: board.gapMs,
      timeoutMs: board.runMs,
      next: (_rng, { unique }) => unique,
      describe: ({ input }) => `decide ${String(input)}`,
    },
    profile: { latencyMs: board.meanDelayMs, spread: 'exponential' },
    faults: [],
    healAt: 1,
    runMs: board.runMs,
  })
}

class Member implements Node<DecideMessage> {
  readonly #env: Env<DecideMessage>
  readonly #open = new Map<number, { asker: NodeId; stored: number }>()
  #entries = 0

  constructor(env: Env<DecideMessage>) {
    this.#env = env
  }

  start(): void {}

  onMessage(from: NodeId, msg: DecideMessage): void {
    switch (msg.t) {
      case 'decide': {
        const entry = ++this.#entries
        this.#open.set(entry, { asker: from, stored: 1 })
        for (const peer of this.#env.peers) this.#env.send(peer, { t: 'entry', entry })
        break
      }
      case 'entry':
        this.#env.send(from, { t: 'stored', entry: msg.entry })
        break
      case 'stored':
        this.#count(msg.entry)
        break
      case 'decided':
        break
    }
  }

  onTimer(): void {}

  #count(entry: number): void {
    const open = this.#open.get(entry)
    if (open === undefined || ++open.stored < MAJORITY) return
    this.#open.delete(entry)
    this.#env.send(open.asker, { t: 'decided', entry })
  }
}

class Asker implements Client<DecideMessage> {
  readonly #env: Env<DecideMessage>
  #done: (outcome: Outcome) => void = () => {}

  constructor(env: Env<DecideMessage>) {
    this.#env = env
  }

  start(): void {}

  perform(_call: Call, done: (outcome: Outcome) => void): void {
    this.#done = done
    this.#env.send(LEADER, { t: 'decide' })
  }

  onMessage(_from: NodeId, msg: DecideMessage): void {
    if (msg.t === 'decided') this.#done({ kind: 'ok', output: msg.entry })
  }

  onTimer(): void {}
}
