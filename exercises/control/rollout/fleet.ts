import type { VirtualTime } from '@five-pillars/simulator'
import type { Fleet, Host } from './src/rollout.ts'

/** What comes of one deployment. */
export interface Fate {
  readonly answer: 'ok' | 'failed' | 'timeout'
  /** How long it takes to answer. */
  readonly afterMs: number
  /** Whether the host has the version then. */
  readonly lands: boolean
  /** How long it is still down then; Infinity: until it gets another version. */
  readonly downMs: number
}

/** What users do, and how it goes. */
export interface Load {
  /** Requests a second to each host that is healthy. */
  readonly perSecond: number
  /** Share of the requests that fail, of a version. */
  readonly errors: (version: string) => number
}

export interface Plan {
  readonly hosts: readonly Readonly<Host>[]
  readonly load: Load
  /** What comes of the nth deployment of a version to a host, counted from 0. */
  readonly fate?: (id: string, version: string, nth: number) => Partial<Fate>
  /** What was counted before it all began. */
  readonly past?: Readonly<Record<string, { requests: number; errors: number }>>
  /** Sees each deployment before it begins. */
  readonly onDeploy?: (id: string, version: string) => void
  /** Sees each flag before it changes. */
  readonly onFlag?: (name: string, on: boolean) => void
}

interface Machine extends Host {
  /** The version that it is being given. */
  getting: string | null
  /** Counts what has been done to it: what was planned before is then off. */
  deeds: number
}

interface Count {
  requests: number
  errors: number
}

const usual: Fate = { answer: 'ok', afterMs: 2000, lands: true, downMs: 0 }

/** A fleet in virtual time. Users never sleep: requests are counted to the microsecond. */
export class ModelFleet {
  readonly flags = new Map<string, boolean>()
  readonly #time: VirtualTime
  readonly #plan: Plan
  readonly #machines: readonly Machine[]
  readonly #counts = new Map<string, Count>()
  readonly #deployed = new Map<string, number>()
  #load: Load
  #countedMs: number
  #looks = 0

  /** What a program is given. */
  readonly fleet: Fleet = {
    hosts: () => this.#hosts(),
    deploy: (id, version) => this.#deploy(id, version),
    metric: (version) => this.metric(version),
    flag: (name, on) => {
      this.#plan.onFlag?.(name, on)
      this.flags.set(name, on)
    },
  }

  constructor(time: VirtualTime, plan: Plan) {
    this.#time = time
    this.#plan = plan
    this.#load = plan.load
    this.#countedMs = time.now
    this.#machines = plan.hosts.map((host) => ({ ...host, getting: null, deeds: 0 }))
    for (const [version, count] of Object.entries(plan.past ?? {})) {
      this.#counts.set(version, { ...count })
    }
  }

  /** Those who have a version. */
  having(version: string): Host[] {
    return this.#hosts().filter((host) => host.version === version)
  }

  /** Those who serve nobody now. */
  get down(): Host[] {
    return this.#hosts().filter(({ healthy }) => !healthy)
  }

  /** In another order each time: nobody promised one. */
  #hosts(): Host[] {
    const all = this.#machines.map(({ id, zone, version, healthy }) => {
      return { id, zone, version, healthy }
    })
    const first = (this.#looks += 5) % all.length
    return [...all.slice(first), ...all.slice(0, first)]
  }

  /** Those that are being given a version, and which. */
  get underWay(): [id: string, version: string][] {
    return this.#machines.flatMap(({ id, getting }) => (getting === null ? [] : [[id, getting]]))
  }

  #deploy(id: string, version: string): Promise<Fate['answer']> {
    this.#plan.onDeploy?.(id, version)
    const machine = this.#machines.find((one) => one.id === id)
    if (machine === undefined) return Promise.resolve('failed')
    this.#count()
    const nth = this.#deployed.get(JSON.stringify([id, version])) ?? 0
    this.#deployed.set(JSON.stringify([id, version]), nth + 1)
    const fate = { ...usual, ...this.#plan.fate?.(id, version, nth) }
    machine.getting = version
    machine.healthy = false
    const deed = ++machine.deeds
    const { promise, resolve } = Promise.withResolvers<Fate['answer']>()
    this.#time.later(() => {
      if (machine.deeds === deed) this.#land(machine, version, fate)
      resolve(fate.answer)
    }, fate.afterMs)
    return promise
  }

  metric(version: string): Count {
    this.#count()
    const { requests, errors } = this.#counts.get(version) ?? { requests: 0, errors: 0 }
    return { requests: Math.floor(requests), errors: Math.floor(errors) }
  }

  /** From now on users do something else, or it goes another way. */
  setLoad(load: Partial<Load>): void {
    this.#count()
    this.#load = { ...this.#load, ...load }
  }

  /** A host is down for a while: by itself, unless somebody gives it a version meanwhile. */
  strike(id: string, forMs: number): void {
    this.change(id, { healthy: false })
    const machine = this.#machines.find((one) => one.id === id)
    const deeds = machine?.deeds
    this.#time.later(() => {
      if (machine?.deeds === deeds) this.change(id, { healthy: true })
    }, forMs)
  }

  /** From now on a host is well or not, or has another version: by itself. */
  change(id: string, change: Partial<Pick<Host, 'healthy' | 'version'>>): void {
    this.#count()
    const machine = this.#machines.find((one) => one.id === id)
    if (machine === undefined) throw new Error(`There is no host ${JSON.stringify(id)}`)
    Object.assign(machine, change)
  }

  /** Ends at once what is under way, as it would have ended. */
  hurry(): void {
    this.#count()
    for (const machine of this.#machines) {
      if (machine.getting === null) continue
      const { getting: version, deeds } = machine
      const nth = (this.#deployed.get(JSON.stringify([machine.id, version])) ?? 1) - 1
      machine.deeds = deeds + 1
      this.#land(machine, version, { ...usual, ...this.#plan.fate?.(machine.id, version, nth) })
    }
  }

  #land(machine: Machine, version: string, { lands, downMs }: Fate): void {
    this.#count()
    if (lands) machine.version = version
    machine.getting = null
    machine.healthy = downMs === 0
    const { deeds } = machine
    if (downMs === 0 || downMs === Infinity) return
    this.#time.later(() => {
      if (machine.deeds === deeds) this.change(machine.id, { healthy: true })
    }, downMs)
  }

  /** Counts what users have done since it was counted last. */
  #count(): void {
    const seconds = (this.#time.now - this.#countedMs) / 1000
    this.#countedMs = this.#time.now
    if (seconds === 0) return
    for (const { version, healthy } of this.#machines) {
      if (!healthy) continue
      const count = this.#counts.get(version) ?? { requests: 0, errors: 0 }
      count.requests += this.#load.perSecond * seconds
      count.errors += this.#load.perSecond * seconds * this.#load.errors(version)
      this.#counts.set(version, count)
    }
  }
}
