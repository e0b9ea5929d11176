import type { Clock, Env, Node, NodeId } from '@five-pillars/simulator'

import type { HealthCheckerPart } from '../parts.ts'
import type { ShopMessage } from './messages.ts'
import { GATEWAY } from './places.ts'

/** How the shop asks its health checker to work. */
export interface MonitorSettings {
  readonly checker: { intervalMs: number; timeoutMs: number; rise: number; fall: number }
  /** From one report to the gateway to the next. */
  readonly reportMs: number
}

/** Runs the health checker, and tells the gateway at a fixed rhythm who is down. */
export class Monitor implements Node<ShopMessage> {
  readonly #env: Env<ShopMessage>
  readonly #settings: MonitorSettings
  readonly #checker: ReturnType<HealthCheckerPart['createHealthChecker']>
  readonly #watched = new Set<NodeId>()
  readonly #down = new Set<NodeId>()
  readonly #open = new Map<number, (isWell: boolean) => void>()
  #probes = 0

  constructor(
    env: Env<ShopMessage>,
    clock: Clock,
    part: HealthCheckerPart,
    settings: MonitorSettings,
  ) {
    this.#env = env
    this.#settings = settings
    this.#checker = part.createHealthChecker({ ...settings.checker }, clock, (id) => {
      return this.#probe(id)
    })
  }

  start(): void {
    this.#checker.onChange((id, status) => {
      if (status === 'down') this.#down.add(id)
      else this.#down.delete(id)
    })
    this.#checker.start()
    this.onTimer()
  }

  onMessage(_from: NodeId, msg: ShopMessage): void {
    if (msg.t === 'watch') this.#watch(msg.ids)
    if (msg.t !== 'well') return
    this.#open.get(msg.probe)?.(true)
    this.#open.delete(msg.probe)
  }

  onTimer(): void {
    this.#env.setTimer('report', this.#settings.reportMs)
    this.#env.send(GATEWAY, { t: 'report', down: [...this.#down] })
  }

  #watch(ids: readonly NodeId[]): void {
    for (const id of this.#watched) {
      if (ids.includes(id)) continue
      this.#checker.remove(id)
      this.#down.delete(id)
      this.#watched.delete(id)
    }
    for (const id of ids) {
      if (this.#watched.has(id)) continue
      this.#checker.add(id)
      this.#watched.add(id)
    }
  }

  /** The checker has its own timeout: what is not answered stays open here, and hurts nobody. */
  #probe(id: NodeId): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    const probe = ++this.#probes
    this.#open.set(probe, resolve)
    this.#env.send(id, { t: 'probe', probe })
    return promise
  }
}
