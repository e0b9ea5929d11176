import type { Call, Client, Env, NodeId, Outcome } from '@five-pillars/simulator'

import { broker } from './broker.ts'
import type { RolloutMessage } from './rollout-server.ts'

const WAVES = [1, 2, 5] as const
/** From the code of a wave to its flag. */
const FLAG_AFTER_MS = 100
/** A deed takes so long. */
const DEED_MS = 250
/** After this the counts of a wave are there. */
const COUNTS_MS = 40

/** Installs, flags, and takes back: on all servers at once, or in waves that are watched. */
export class Operator implements Client<RolloutMessage> {
  readonly #env: Env<RolloutMessage>
  readonly #order: readonly NodeId[]
  /** How many servers have the flag, and which wave is next. */
  #reached = 0
  #wave = 0
  #wrong = 0
  #done: (outcome: Outcome) => void = () => {}

  constructor(env: Env<RolloutMessage>) {
    this.#env = env
    this.#order = env.rng.shuffle(broker.servers)
  }

  start(): void {}

  perform({ input }: Call, done: (outcome: Outcome) => void): void {
    this.#done = done
    const { servers } = broker
    if (input === 'waves') {
      this.#beginWave()
      return
    }
    if (input === 'install') this.#install(servers, 'new')
    if (input === 'roll back') this.#install(servers, 'old')
    if (input === 'flag on' || input === 'flag off') this.#flag(servers, input === 'flag on')
    if (input === 'stop') for (const id of servers) this.#env.send(id, { t: 'stop' })
    this.#env.setTimer('deed', DEED_MS)
  }

  onMessage(_from: NodeId, msg: RolloutMessage): void {
    if (msg.t === 'count') this.#wrong += msg.wrong
  }

  onTimer(name: string): void {
    const isIn = this.#order.slice(0, this.#reached)
    if (name === 'deed') {
      this.#done({ kind: 'ok', output: 'done' })
    } else if (name === 'flag') {
      this.#flag(isIn, true)
      this.#env.setTimer('look', broker.bakeMs)
    } else if (name === 'look') {
      for (const id of isIn) this.#env.send(id, { t: 'how many' })
      this.#env.setTimer('judge', COUNTS_MS)
    } else if (this.#wrong > 0) {
      this.#flag(isIn, false)
      this.#done({ kind: 'fail', reason: `stopped in wave ${this.#wave}` })
    } else if (this.#reached < this.#order.length) {
      this.#beginWave()
    } else {
      this.#done({ kind: 'ok', output: 'everywhere' })
    }
  }

  #beginWave(): void {
    const next = this.#reached + (WAVES[this.#wave++] ?? 0)
    this.#install(this.#order.slice(this.#reached, next), 'new')
    this.#reached = next
    this.#env.setTimer('flag', FLAG_AFTER_MS)
  }

  #install(servers: readonly NodeId[], code: 'old' | 'new'): void {
    for (const id of servers) {
      if (id !== broker.forgotten) this.#env.send(id, { t: 'install', code })
    }
  }

  #flag(servers: readonly NodeId[], isOn: boolean): void {
    for (const id of servers) this.#env.send(id, { t: 'flag', isOn })
  }
}

/** Gives each server an order in turn. */
export class Customer implements Client<RolloutMessage> {
  readonly #env: Env<RolloutMessage>
  #done: (outcome: Outcome) => void = () => {}

  constructor(env: Env<RolloutMessage>) {
    this.#env = env
  }

  start(): void {}

  perform({ input }: Call, done: (outcome: Outcome) => void): void {
    this.#done = done
    const { servers } = broker
    this.#env.send(servers[Number(input) % servers.length] ?? '', { t: 'order' })
  }

  onMessage(_from: NodeId, msg: RolloutMessage): void {
    if (msg.t === 'sent') this.#done({ kind: 'ok', output: 'sent' })
  }

  onTimer(): void {}
}
