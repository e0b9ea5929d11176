import { simulate } from '@five-pillars/simulator'
import type { Client, EndCheck, Env, Node, NodeId, Scenario } from '@five-pillars/simulator'

/** Five sensors report how busy their servers are; the fleet is sized by what they say together. */
const probes = {
  sensors: ['A', 'B', 'C', 'D', 'E'],
  load: 3,
  target: 0.6,
  tolerance: 0.1,
  max: 40,
  roundMs: 70,
  hopMs: 14,
  /** From when on the last sensor reads ten times too much. */
  brokenFromMs: 120,
  runMs: 430,
} as const

export type Summary = 'mean' | 'median'

export type SensorMessage =
  | { t: 'work' }
  | { t: 'reads'; utilization: number }
  | { t: 'size'; replicas: number }

const SCALER = 'scaler'
const BROKEN = probes.sensors.at(-1) ?? ''
const RIGHT_SIZE = Math.ceil(probes.load / probes.target)
const WRONG_BY = 10

/** The gauge of the scaler is `replicas`. */
export function sensors(summary: Summary): Scenario<SensorMessage> {
  return simulate<SensorMessage>({
    name: 'five-sensors',
    nodes: [...probes.sensors, SCALER],
    make: (env) => (env.id === SCALER ? new Scaler(env, summary) : new Sensor(env)),
    clients: {
      count: 1,
      make: (env) => new Users(env),
      gapMs: [probes.runMs, probes.runMs],
      timeoutMs: probes.runMs,
      next: () => null,
      describe: () => 'work',
    },
    profile: { latencyMs: probes.hopMs },
    faults: [],
    healAt: 1,
    runMs: probes.runMs,
    atEnd: [sizedForTheWork],
    label: labelOf,
    show: { gauges: ['replicas'] },
  })
}

/** How large the fleet is in the end. */
export function sizeAfter(summary: Summary, seed: number): number {
  const { emitted } = sensors(summary).run({ seed, workload: [] })
  return Number(emitted.findLast(({ event }) => event === 'replicas')?.data)
}

const sizedForTheWork: EndCheck = {
  kind: 'end',
  text: 'the fleet is as large as its work',
  check({ emitted }) {
    const wrong = emitted.find(({ event, data }) => event === 'replicas' && data !== RIGHT_SIZE)
    if (wrong === undefined) return null
    return {
      at: wrong.at,
      node: SCALER,
      text: `${String(wrong.data)} replicas for the work of ${RIGHT_SIZE}`,
    }
  },
}

class Sensor implements Node<SensorMessage> {
  readonly #env: Env<SensorMessage>
  #replicas = RIGHT_SIZE

  constructor(env: Env<SensorMessage>) {
    this.#env = env
  }

  start(): void {
    if (this.#env.id === BROKEN) this.#env.setTimer('breaks', probes.brokenFromMs)
  }

  onMessage(_from: NodeId, msg: SensorMessage): void {
    if (msg.t === 'size') this.#replicas = msg.replicas
    if (msg.t !== 'work') return
    const isBroken = this.#env.id === BROKEN && this.#env.now() >= probes.brokenFromMs
    const busy = probes.load / this.#replicas
    const utilization = isBroken ? WRONG_BY * busy : busy
    if (isBroken) this.#env.emit('reads', percent(utilization))
    this.#env.send(SCALER, { t: 'reads', utilization })
  }

  onTimer(): void {
    this.#env.emit('sensor breaks')
  }
}

class Scaler implements Node<SensorMessage> {
  readonly #env: Env<SensorMessage>
  readonly #summary: Summary
  #readings: number[] = []
  #replicas = RIGHT_SIZE

  constructor(env: Env<SensorMessage>, summary: Summary) {
    this.#env = env
    this.#summary = summary
  }

  start(): void {
    this.#env.emit('replicas', this.#replicas)
  }

  onMessage(_from: NodeId, msg: SensorMessage): void {
    if (msg.t !== 'reads') return
    this.#readings.push(msg.utilization)
    if (this.#readings.length < probes.sensors.length) return
    const busy = this.#summary === 'mean' ? meanOf(this.#readings) : medianOf(this.#readings)
    this.#readings = []
    if (Math.abs(busy / probes.target - 1) <= probes.tolerance) return
    this.#replicas = Math.min(probes.max, wholeFrom((this.#replicas * busy) / probes.target))
    this.#env.emit('replicas', this.#replicas)
    for (const sensor of probes.sensors) {
      this.#env.send(sensor, { t: 'size', replicas: this.#replicas })
    }
  }

  onTimer(): void {}
}

/** Sends each server its share of the work, round after round. */
class Users implements Client<SensorMessage> {
  readonly #env: Env<SensorMessage>

  constructor(env: Env<SensorMessage>) {
    this.#env = env
  }

  start(): void {
    this.#env.setTimer('round', probes.roundMs / 2)
  }

  perform(): void {}

  onMessage(): void {}

  onTimer(): void {
    this.#env.setTimer('round', probes.roundMs)
    for (const sensor of probes.sensors) this.#env.send(sensor, { t: 'work' })
  }
}

/** Rounds up, but not because of the last bit of a binary fraction. */
function wholeFrom(replicas: number): number {
  return Math.ceil(replicas - 1e-9)
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return meanOf(sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1))
}

function labelOf(msg: SensorMessage): string {
  switch (msg.t) {
    case 'work':
      return 'work'
    case 'reads':
      return percent(msg.utilization)
    case 'size':
      return `${msg.replicas} replicas`
  }
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`
}
