import { simulate } from '@five-pillars/simulator'
import type { Env, Node, NodeId, Scenario } from '@five-pillars/simulator'

import { Prober } from './prober.ts'
import type { ProbeOptions } from './prober.ts'

type ProbeMessage = { t: 'probe'; probe: number } | { t: 'well'; probe: number }

/** Six machines that are well, in a network that loses one message of fifty. */
export const lossyFleet = {
  targets: ['A', 'B', 'C', 'D', 'E', 'F'],
  probing: { intervalMs: 1000, timeoutMs: 300, rise: 2 },
  latencyMs: 10,
  loss: 0.02,
} as const

const CHECKER = 'checker'

/** A checker that takes a machine out after so many failures in a row. It emits `out` and `in`. */
export function lossy(fall: number, runMs: number): Scenario<ProbeMessage> {
  const { targets, probing, latencyMs, loss } = lossyFleet
  return simulate<ProbeMessage>({
    name: 'lossy-fleet',
    nodes: [CHECKER, ...targets],
    make: (env) => (env.id === CHECKER ? new Checker(env, { ...probing, fall }) : new Machine(env)),
    profile: { latencyMs, spread: 'uniform', loss },
    faults: [],
    healAt: 1,
    runMs,
    limits: { eventsMax: 1_000_000 },
  })
}

class Checker implements Node<ProbeMessage> {
  readonly #prober: Prober

  constructor(env: Env<ProbeMessage>, options: ProbeOptions) {
    this.#prober = new Prober(env, env.peers, options, {
      ask: (id, probe) => env.send(id, { t: 'probe', probe }),
      tell: (id, isUp) => env.emit(isUp ? 'in' : 'out', id),
    })
  }

  start(): void {
    this.#prober.start()
  }

  onMessage(from: NodeId, { probe }: ProbeMessage): void {
    this.#prober.onAnswer(from, probe)
  }

  onTimer(name: string): void {
    this.#prober.onTimer(name)
  }
}

class Machine implements Node<ProbeMessage> {
  readonly #env: Env<ProbeMessage>

  constructor(env: Env<ProbeMessage>) {
    this.#env = env
  }

  start(): void {}

  onMessage(checker: NodeId, { probe }: ProbeMessage): void {
    this.#env.send(checker, { t: 'well', probe })
  }

  onTimer(): void {}
}
