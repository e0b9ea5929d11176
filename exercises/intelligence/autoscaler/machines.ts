import type { Env, Node, NodeId } from '@five-pillars/simulator'

import type { Autoscaler, Options, Sample } from './src/autoscaler.ts'

/** The fleet reports how it is, and is told how many replicas it shall have. */
export type FleetMessage = ({ t: 'sample' } & Sample) | { t: 'order'; replicas: number }

export const AUTOSCALER = 'autoscaler'
export const FLEET = 'fleet'

export interface FleetSettings {
  /** Replicas that are ready at the beginning. */
  readonly replicas: number
  /** Time between two samples; the first one comes at a random moment of the first such time. */
  readonly samplingMs: number
  /** Shortest and longest time from the order of a replica until it is ready. */
  readonly bootMs: readonly [number, number]
  /** How far a measured load may be from the true one: 0.05 is 5 %. */
  readonly noise: number
}

/** What a fleet has to do at a moment: the load in fully busy replicas, and whether it is seen. */
export interface Demand {
  readonly load: number
  readonly isMeasured: boolean
}

/** Asks the subject whenever a sample comes, and passes its answer on. */
export class Controller implements Node<FleetMessage> {
  readonly #env: Env<FleetMessage>
  readonly #subject: Autoscaler
  readonly #bounds: Pick<Options, 'min' | 'max'>

  constructor(env: Env<FleetMessage>, subject: Autoscaler, bounds: Pick<Options, 'min' | 'max'>) {
    this.#env = env
    this.#subject = subject
    this.#bounds = bounds
  }

  start(): void {}

  onMessage(_from: NodeId, msg: FleetMessage): void {
    if (msg.t === 'order') return
    const { at, ready, starting, utilization } = msg
    const { min, max } = this.#bounds
    const replicas: unknown = this.#subject.decide({ at, ready, starting, utilization })
    if (typeof replicas !== 'number' || !Number.isInteger(replicas)) {
      const got =
        typeof replicas === 'number' ? String(replicas) : `a value of type ${typeof replicas}`
      throw new Error(`decide gave ${got}, which is no whole number`)
    }
    if (replicas < min || replicas > max) {
      throw new Error(`decide gave ${replicas}; from ${min} to ${max} are allowed`)
    }
    this.#env.send(FLEET, { t: 'order', replicas })
  }

  onTimer(): void {}
}

/** Replicas that boot for a while and stop at once. Its gauges are `ready` and `starting`. */
export class Fleet implements Node<FleetMessage> {
  readonly #env: Env<FleetMessage>
  readonly #settings: FleetSettings
  readonly #demandAt: (ms: number) => Demand
  readonly #booting: string[] = []
  #ready: number
  #ordered = 0

  constructor(env: Env<FleetMessage>, settings: FleetSettings, demandAt: (ms: number) => Demand) {
    this.#env = env
    this.#settings = settings
    this.#demandAt = demandAt
    this.#ready = settings.replicas
  }

  start(): void {
    this.#tell()
    this.#env.setTimer('sample', this.#env.rng.int(this.#settings.samplingMs))
  }

  onMessage(_from: NodeId, msg: FleetMessage): void {
    if (msg.t === 'sample') return
    const present = this.#ready + this.#booting.length
    if (msg.replicas === present) return
    this.#env.emit('scaled', msg.replicas)
    for (let more = present; more < msg.replicas; more++) this.#boot()
    for (let fewer = present; fewer > msg.replicas; fewer--) this.#stop()
    this.#tell()
  }

  onTimer(name: string): void {
    if (name === 'sample') {
      this.#sample()
      return
    }
    this.#booting.splice(this.#booting.indexOf(name), 1)
    this.#ready++
    this.#tell()
  }

  #sample(): void {
    const { samplingMs, noise } = this.#settings
    this.#env.setTimer('sample', samplingMs)
    const at = this.#env.now()
    const { load, isMeasured } = this.#demandAt(at)
    const measured = load * (1 + noise * (2 * this.#env.rng.next() - 1))
    const utilization = isMeasured ? measured / this.#ready : null
    const starting = this.#booting.length
    this.#env.send(AUTOSCALER, { t: 'sample', at, ready: this.#ready, starting, utilization })
  }

  #boot(): void {
    const [shortest, longest] = this.#settings.bootMs
    const name = `replica ${++this.#ordered}`
    this.#booting.push(name)
    this.#env.setTimer(name, shortest + this.#env.rng.next() * (longest - shortest))
  }

  /** Whoever still boots is stopped first: it is missed by nobody. */
  #stop(): void {
    const name = this.#booting.pop()
    if (name === undefined) this.#ready--
    else this.#env.clearTimer(name)
  }

  #tell(): void {
    this.#env.emit('ready', this.#ready)
    this.#env.emit('starting', this.#booting.length)
  }
}
