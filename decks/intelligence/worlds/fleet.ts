import { simulate } from '@five-pillars/simulator'
import type { Emitted, EndCheck, Env, Node, NodeId, Scenario } from '@five-pillars/simulator'

import { rules } from './rules.ts'
import type { Reading, Rule, RuleId, Settings } from './rules.ts'

export interface FleetWorld {
  settings: Settings
  /** Ready at the beginning. */
  replicas: number
  samplingMs: number
  /** Shortest and longest time from the order of a replica until it is ready. */
  bootMs: readonly [number, number]
  /** How far a measured load may be from the true one, as a share of it. */
  noise: number
  /** The work that there is, in replicas that it would keep fully busy. */
  loadAt: (ms: number) => number
  /** From when until when there are no metrics. */
  blindMs?: readonly [number, number]
  hopMs: number
  runMs: number
}

export type FleetMessage = ({ t: 'reading' } & Reading) | { t: 'order'; replicas: number }

const SCALER = 'scaler'
const FLEET = 'fleet'

/** A fleet whose size a rule decides. Its gauges are `ready` and `starting`. */
export function fleet(rule: RuleId, world: FleetWorld): Scenario<FleetMessage> {
  return simulate<FleetMessage>({
    name: 'autoscaler',
    nodes: [SCALER, FLEET],
    make: (env) =>
      env.id === SCALER ? new Scaler(env, rules[rule](world.settings)) : new Fleet(env, world),
    profile: { latencyMs: world.hopMs },
    faults: [],
    healAt: 1,
    runMs: world.runMs,
    atEnd: [notTwiceTheFleet(world), notTooFew(world)],
    label: labelOf,
    show: { gauges: ['ready', 'starting'] },
  })
}

/** How many replicas the load takes at a time. */
export function neededAt(ms: number, { loadAt, settings }: FleetWorld): number {
  return Math.ceil(loadAt(ms) / settings.target)
}

function notTwiceTheFleet(world: FleetWorld): EndCheck {
  return {
    kind: 'end',
    text: 'not twice what the work takes',
    check({ emitted }) {
      const grown = emitted.filter(({ event }) => event === 'grows')
      const [largest] = grown.toSorted((a, b) => Number(b.data) - Number(a.data))
      if (largest === undefined) return null
      return Number(largest.data) > 2 * neededAt(largest.at, world) ? told(largest, world) : null
    },
  }
}

function notTooFew(world: FleetWorld): EndCheck {
  return {
    kind: 'end',
    text: 'nobody is sent away while there is work',
    check({ emitted }) {
      const small = emitted.find(({ at, event, data }) => {
        return event === 'shrinks' && Number(data) < world.loadAt(at)
      })
      return small === undefined ? null : told(small, world)
    },
  }
}

function told(
  { at, data }: Emitted,
  world: FleetWorld,
): { at: number; node: NodeId; text: string } {
  return {
    at,
    node: FLEET,
    text: `${Number(data)} replicas for the work of ${neededAt(at, world)}`,
  }
}

class Scaler implements Node<FleetMessage> {
  readonly #env: Env<FleetMessage>
  readonly #rule: Rule

  constructor(env: Env<FleetMessage>, rule: Rule) {
    this.#env = env
    this.#rule = rule
  }

  start(): void {}

  onMessage(_from: NodeId, msg: FleetMessage): void {
    if (msg.t === 'reading') this.#env.send(FLEET, { t: 'order', replicas: this.#rule(msg) })
  }

  onTimer(): void {}
}

/** It emits `grows` and `shrinks` with its new size, those that start included. */
class Fleet implements Node<FleetMessage> {
  readonly #env: Env<FleetMessage>
  readonly #world: FleetWorld
  readonly #booting: string[] = []
  #ready: number
  #ordered = 0

  constructor(env: Env<FleetMessage>, world: FleetWorld) {
    this.#env = env
    this.#world = world
    this.#ready = world.replicas
  }

  start(): void {
    this.#tell()
    this.#env.setTimer('sample', this.#world.samplingMs)
  }

  onMessage(_from: NodeId, msg: FleetMessage): void {
    if (msg.t === 'reading') return
    const present = this.#ready + this.#booting.length
    if (msg.replicas === present) return
    for (let more = present; more < msg.replicas; more++) this.#boot()
    for (let fewer = present; fewer > msg.replicas; fewer--) this.#stop()
    this.#env.emit(msg.replicas < present ? 'shrinks' : 'grows', msg.replicas)
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
    const { samplingMs, noise, loadAt, blindMs: [from, until] = [Infinity, Infinity] } = this.#world
    this.#env.setTimer('sample', samplingMs)
    const at = this.#env.now()
    const measured = loadAt(at) * (1 + noise * (2 * this.#env.rng.next() - 1))
    const isBlind = at >= from && at < until
    this.#env.send(SCALER, {
      t: 'reading',
      at,
      ready: this.#ready,
      starting: this.#booting.length,
      utilization: isBlind ? null : measured / this.#ready,
    })
  }

  #boot(): void {
    const [shortest, longest] = this.#world.bootMs
    const name = `replica ${++this.#ordered}`
    this.#booting.push(name)
    this.#env.setTimer(name, shortest + this.#env.rng.next() * (longest - shortest))
  }

  /** Those that still boot are stopped first. */
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

function labelOf(msg: FleetMessage): string {
  if (msg.t === 'order') return `${msg.replicas} replicas`
  const { ready, starting, utilization } = msg
  const booting = starting === 0 ? '' : `${starting} starting, `
  const busy = utilization === null ? 'no metrics' : `${Math.round(100 * utilization)} % busy`
  return `${ready} ready, ${booting}${busy}`
}
