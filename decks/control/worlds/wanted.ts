import { simulate } from '@five-pillars/simulator'
import type {
  Call,
  Client,
  EndCheck,
  Env,
  Fault,
  Node,
  NodeId,
  Outcome,
  RunOptions,
  Scenario,
} from '@five-pillars/simulator'

import { stepsTo } from '../snippets/steps-to.ts'

export type CopyMessage =
  | { t: 'want'; copies: number }
  | { t: 'start' }
  | { t: 'stop' }
  | { t: 'how many' }
  | { t: 'runs'; copies: number }

/** A script gives each order once; a loop compares what is with what should be, again and again. */
export type Steering = 'script' | 'loop'

/** Four machines that should run six copies of a program together. */
export const site = {
  machines: ['m1', 'm2', 'm3', 'm4'],
  wanted: 6,
  /** From one look at the machines to the next. */
  everyMs: 300,
  /** After this a look is over, whoever has not answered. */
  lookMs: 100,
  latencyMs: 15,
  runMs: 3000,
} as const

const BOSS = { script: 'script', loop: 'loop' } as const satisfies Record<Steering, NodeId>

export function wantedCopies(steering: Steering): Scenario<CopyMessage> {
  const boss = BOSS[steering]
  return simulate<CopyMessage>({
    name: `six-copies-by-${steering}`,
    nodes: [boss, ...site.machines],
    make(env) {
      if (env.id !== boss) return new Machine(env)
      return steering === 'script' ? new Script(env) : new Loop(env)
    },
    clients: {
      count: 1,
      make: (env) => new Operator(env, boss),
      gapMs: [site.runMs, site.runMs],
      timeoutMs: site.runMs,
      next: () => null,
      describe: ({ input }) => `${String(input)} copies`,
    },
    profile: { latencyMs: site.latencyMs, spread: 'uniform' },
    faults: [],
    healAt: 1,
    runMs: site.runMs,
    atEnd: [asWanted],
    label: labelOf,
    show: { gauges: ['copies'] },
  })
}

const ORDERED_AT_MS = 40

const order = {
  workload: [{ client: 'c1', at: ORDERED_AT_MS, call: { key: 'site', input: site.wanted } }],
} as const satisfies Partial<RunOptions>

/** An order is lost, and a machine is cut off for a while: its copies run on. */
export function badDay(steering: Steering): RunOptions {
  const isLoop = steering === 'loop'
  const from = BOSS[steering]
  const lost: Fault = { kind: 'lose-message', from, to: 'm2', nth: isLoop ? 2 : 1, afterMs: 5 }
  const cut: Fault = { kind: 'isolate', at: 950, for: 900, node: 'm3' }
  return { ...order, seed: 2, plan: [lost, cut] }
}

/**
 * What is wanted is heard, but of the messages after it one of ten is lost in the first half; a
 * machine may die, and come back with nothing.
 */
export function anyDay(seed: number, dies?: { at: number; node: NodeId }): RunOptions {
  const loss: Fault = { kind: 'loss', at: ORDERED_AT_MS + 1, for: site.runMs / 2, share: 0.1 }
  const plan: Fault[] =
    dies === undefined ? [loss] : [loss, { kind: 'crash', ...dies, for: site.runMs / 8 }]
  return { ...order, seed, plan }
}

const asWanted: EndCheck = {
  kind: 'end',
  text: 'as many copies run as are wanted',
  check({ emitted }) {
    const last = new Map(emitted.map(({ node, data }) => [node, Number(data)]))
    const running = [...last.values()].reduce((sum, copies) => sum + copies, 0)
    return running === site.wanted
      ? null
      : { text: `${running} copies run, and ${site.wanted} are wanted` }
  },
}

/** Tells the machines in turn to start a copy, once. */
class Script implements Node<CopyMessage> {
  readonly #env: Env<CopyMessage>

  constructor(env: Env<CopyMessage>) {
    this.#env = env
  }

  start(): void {}

  onMessage(from: NodeId, msg: CopyMessage): void {
    if (msg.t !== 'want') return
    const { peers } = this.#env
    for (let copy = 0; copy < msg.copies; copy++) {
      this.#env.send(peers[copy % peers.length] ?? '', { t: 'start' })
    }
    this.#env.send(from, { t: 'runs', copies: msg.copies })
  }

  onTimer(): void {}
}

/** Looks who runs what, takes the steps that are missing, and looks again. */
class Loop implements Node<CopyMessage> {
  readonly #env: Env<CopyMessage>
  #wanted = 0
  #seen: Record<NodeId, number> = {}

  constructor(env: Env<CopyMessage>) {
    this.#env = env
  }

  start(): void {
    this.#env.setTimer('look', site.everyMs)
  }

  onMessage(from: NodeId, msg: CopyMessage): void {
    if (msg.t === 'runs') this.#seen[from] = msg.copies
    if (msg.t !== 'want') return
    this.#wanted = msg.copies
    this.#env.send(from, { t: 'runs', copies: msg.copies })
  }

  onTimer(name: string): void {
    if (name === 'look') {
      this.#seen = {}
      for (const id of this.#env.peers) this.#env.send(id, { t: 'how many' })
      this.#env.setTimer('compare', site.lookMs)
      this.#env.setTimer('look', site.everyMs)
      return
    }
    for (const { act, machine } of stepsTo(this.#wanted, this.#seen)) {
      this.#env.send(machine, { t: act })
    }
  }
}

/** Its copies die with it, and are there however long it is cut off. */
class Machine implements Node<CopyMessage> {
  readonly #env: Env<CopyMessage>
  #copies = 0

  constructor(env: Env<CopyMessage>) {
    this.#env = env
  }

  start(): void {
    this.#env.emit('copies', this.#copies)
  }

  onMessage(from: NodeId, msg: CopyMessage): void {
    if (msg.t === 'how many') this.#env.send(from, { t: 'runs', copies: this.#copies })
    if (msg.t === 'start') this.#run(this.#copies + 1)
    if (msg.t === 'stop') this.#run(Math.max(0, this.#copies - 1))
  }

  onTimer(): void {}

  #run(copies: number): void {
    this.#copies = copies
    this.#env.emit('copies', copies)
  }
}

class Operator implements Client<CopyMessage> {
  readonly #env: Env<CopyMessage>
  readonly #boss: NodeId
  #done: (outcome: Outcome) => void = () => {}

  constructor(env: Env<CopyMessage>, boss: NodeId) {
    this.#env = env
    this.#boss = boss
  }

  start(): void {}

  perform({ input }: Call, done: (outcome: Outcome) => void): void {
    this.#done = done
    this.#env.send(this.#boss, { t: 'want', copies: Number(input) })
  }

  onMessage(_from: NodeId, msg: CopyMessage): void {
    if (msg.t === 'runs') this.#done({ kind: 'ok', output: 'noted' })
  }

  onTimer(): void {}
}

function labelOf(msg: CopyMessage): string {
  switch (msg.t) {
    case 'want':
      return `want ${msg.copies}`
    case 'runs':
      return `${msg.copies}`
    case 'how many':
      return 'how many?'
    case 'start':
    case 'stop':
      return msg.t
  }
}
