import { simulate } from '@five-pillars/simulator'
import type { Env, Node, NodeId, Scenario } from '@five-pillars/simulator'

/** Five servers that share the work, and a healer that looks at them once a second. */
export const clinic = {
  servers: 5,
  /** In servers that it would keep fully busy: all are at 85 %. */
  load: 4.25,
  checkMs: 1000,
  /** How often the queues are brought up to date. */
  stepMs: 250,
  bootMs: [20_000, 30_000],
  /** What fits into a queue, and from when on an answer counts as late. */
  queueS: 0.4,
  lateS: 0.3,
  /** A server is ill when it was late at so many checks in a row. */
  lateChecks: 2,
  /** One server, a moment of silence, and never again. */
  hiccupMs: [30_000, 33_000],
  hopMs: 5,
  runMs: 180_000,
} as const

interface Limits {
  /** How many may be away for a restart at the same time. */
  atOnce: number
  /** With a larger share of the servers ill, it is not they who are ill: hands off. */
  illShare: number
}

/** What the healer may do. */
const healers = {
  none: { atOnce: 0, illShare: 0 },
  unlimited: { atOnce: Infinity, illShare: 1 },
  limited: { atOnce: 1, illShare: 1 / 3 },
} as const satisfies Record<string, Limits>

export type HealerId = keyof typeof healers

type HealerMessage =
  | { t: 'look'; late: readonly number[]; away: number }
  | { t: 'restart'; server: number }

const HEALER = 'healer'
const SERVERS = 'servers'

/** The servers emit `useful`, the share of the work that was answered in time, for each step. */
export function healing(id: HealerId, load: number = clinic.load): Scenario<HealerMessage> {
  return simulate<HealerMessage>({
    name: `healer-${id}`,
    nodes: [HEALER, SERVERS],
    make: (env) => (env.id === HEALER ? new Healer(env, healers[id]) : new Servers(env, load)),
    profile: { latencyMs: clinic.hopMs },
    faults: [],
    healAt: 1,
    runMs: clinic.runMs,
    label: ({ t }) => t,
  })
}

class Healer implements Node<HealerMessage> {
  readonly #env: Env<HealerMessage>
  readonly #limits: Limits
  /** At how many checks in a row each server was late. */
  readonly #lateFor = new Map<number, number>()

  constructor(env: Env<HealerMessage>, limits: Limits) {
    this.#env = env
    this.#limits = limits
  }

  start(): void {}

  onMessage(_from: NodeId, msg: HealerMessage): void {
    if (msg.t !== 'look') return
    for (let server = 0; server < clinic.servers; server++) {
      const before = this.#lateFor.get(server) ?? 0
      this.#lateFor.set(server, msg.late.includes(server) ? before + 1 : 0)
    }
    const ill = msg.late.filter((each) => (this.#lateFor.get(each) ?? 0) >= clinic.lateChecks)
    const { atOnce, illShare } = this.#limits
    if (ill.length > illShare * clinic.servers) return
    for (const server of ill.slice(0, Math.max(0, atOnce - msg.away))) {
      this.#lateFor.set(server, 0)
      this.#env.send(SERVERS, { t: 'restart', server })
    }
  }

  onTimer(): void {}
}

class Servers implements Node<HealerMessage> {
  readonly #env: Env<HealerMessage>
  readonly #load: number
  /** What waits at each server, in seconds of work. */
  readonly #queuesS = Array.from({ length: clinic.servers }, () => 0)
  readonly #away = new Set<number>()

  constructor(env: Env<HealerMessage>, load: number) {
    this.#env = env
    this.#load = load
  }

  start(): void {
    this.#env.setTimer('step', clinic.stepMs)
    this.#env.setTimer('check', clinic.checkMs)
  }

  onMessage(_from: NodeId, msg: HealerMessage): void {
    if (msg.t !== 'restart' || this.#away.has(msg.server)) return
    this.#away.add(msg.server)
    this.#queuesS[msg.server] = 0
    this.#env.emit('restarts', msg.server)
    const [shortest, longest] = clinic.bootMs
    const bootMs = shortest + this.#env.rng.next() * (longest - shortest)
    this.#env.setTimer(`back ${msg.server}`, bootMs)
  }

  onTimer(name: string): void {
    if (name === 'step') this.#step()
    else if (name === 'check') this.#check()
    else this.#away.delete(Number(name.slice('back '.length)))
  }

  /** Each server that is there gets its share, does what it can, and refuses what does not fit. */
  #step(): void {
    this.#env.setTimer('step', clinic.stepMs)
    const stepS = clinic.stepMs / 1000
    const share = this.#load / (clinic.servers - this.#away.size)
    let done = 0
    for (const [server, waiting] of this.#queuesS.entries()) {
      if (this.#away.has(server)) continue
      const can = this.#isSilent(server) ? 0 : stepS
      const served = Math.min(can, waiting + share * stepS)
      this.#queuesS[server] = Math.min(clinic.queueS, waiting + share * stepS - served)
      done += served
    }
    this.#env.emit('useful', done / (this.#load * stepS))
  }

  #check(): void {
    this.#env.setTimer('check', clinic.checkMs)
    const late = this.#queuesS.flatMap((waiting, server) =>
      !this.#away.has(server) && (waiting > clinic.lateS || this.#isSilent(server)) ? [server] : [],
    )
    this.#env.send(HEALER, { t: 'look', late, away: this.#away.size })
  }

  #isSilent(server: number): boolean {
    const [from, until] = clinic.hiccupMs
    return server === 0 && this.#env.now() >= from && this.#env.now() < until
  }
}
