import { createRng, poissonGap, simulate } from '@five-pillars/simulator'
import type {
  Client,
  EndCheck,
  Env,
  Fault,
  Node,
  NodeId,
  Rng,
  Scenario,
} from '@five-pillars/simulator'

/** Two equal servers at 80 % that stand still for the same second; each has its own clients. */
export const pair = {
  servers: ['A', 'B'],
  clientsEach: 2,
  serviceMs: 50,
  /** To each of the servers. */
  callsPerS: 16,
  timeoutMs: 250,
  retries: 3,
  /** Retries wait up to this and twice as long each time: exponential backoff with full jitter. */
  backoffMs: 50,
  pausedAt: 500,
  pausedMs: 1000,
  hopMs: 10,
  runMs: 3600,
} as const

/** What holds retries back, on both sides of the wire. */
export interface Cuts {
  /** Retries that a client may send for each of its calls; absent means any number. */
  budget?: number
  /** Whether the server throws away what nobody waits for. */
  drops: boolean
}

const NO_CUTS: Cuts = { drops: false }
const BOTH_CUTS: Cuts = { budget: 0.1, drops: true }
/** Retries that a client with a budget may send at once. */
const BURST = 2

export type RetryMessage =
  | { t: 'request'; id: number; deadlineMs: number }
  | { t: 'answer'; id: number; late: boolean }

/** A has clients that retry as in the textbook; at B retries have a budget and dead work is dropped. */
export function retries(
  cuts: readonly [a: Cuts, b: Cuts] = [NO_CUTS, BOTH_CUTS],
): Scenario<RetryMessage> {
  const [a, b] = pair.servers
  const { run, settle, open, definition } = simulate<RetryMessage>({
    name: 'retries',
    nodes: pair.servers,
    make: (env) => new Server(env, cuts[env.id === a ? 0 : 1]),
    clients: {
      count: 2 * pair.clientsEach,
      make(env) {
        const isFirst = Number(env.id.slice(1)) <= pair.clientsEach
        return new Caller(env, isFirst ? a : b, cuts[isFirst ? 0 : 1])
      },
      // They call by themselves, and wait for no call before the next one.
      gapMs: [pair.runMs, pair.runMs],
      timeoutMs: pair.runMs,
      next: () => null,
      describe: () => 'call',
    },
    profile: { latencyMs: pair.hopMs },
    faults: [],
    healAt: 1,
    runMs: pair.runMs,
    atEnd: [ofUseAgain],
    label: (msg) => (msg.t === 'answer' && msg.late ? `${msg.id} too late` : `${msg.id}`),
    show: { gauges: ['queue'] },
  })
  const plan = pair.servers.map((node): Fault => {
    return { kind: 'pause', at: pair.pausedAt, for: pair.pausedMs, node }
  })
  return {
    definition,
    run: (options) => run({ plan, ...options }),
    settle: (options) => settle({ plan, ...options }),
    open: (options) => open({ plan, ...options }),
  }
}

/** In the second second after the repair more than half of the answers are in time. */
const ofUseAgain: EndCheck = {
  kind: 'end',
  text: 'a repaired server is of use again',
  check({ emitted, servers }) {
    const untilMs = pair.pausedAt + pair.pausedMs + 2000
    for (const node of servers) {
      const answers = emitted.filter(
        (each) => each.node === node && each.at > untilMs - 1000 && each.at <= untilMs,
      )
      const useful = answers.filter(({ event }) => event === 'useful').length
      const all = useful + answers.filter(({ event }) => event === 'useless').length
      if (2 * useful <= all) {
        return { at: untilMs, node, text: `of its last ${all} answers ${useful} were useful` }
      }
    }
    return null
  },
}

interface Job {
  from: NodeId
  id: number
  deadlineMs: number
}

/** Works on one request at a time, in order of arrival, and tells for whom it worked. */
class Server implements Node<RetryMessage> {
  readonly #env: Env<RetryMessage>
  readonly #drops: boolean
  readonly #answers = { useful: 0, useless: 0 }
  #waiting: Job[] = []
  #current: Job | undefined

  constructor(env: Env<RetryMessage>, { drops }: Cuts) {
    this.#env = env
    this.#drops = drops
  }

  start(): void {}

  onMessage(from: NodeId, msg: RetryMessage): void {
    if (msg.t === 'request') this.#waiting.push({ from, id: msg.id, deadlineMs: msg.deadlineMs })
    this.#serve()
  }

  onTimer(): void {
    if (this.#current !== undefined) this.#answer(this.#current)
    this.#current = undefined
    this.#serve()
  }

  #serve(): void {
    const nowMs = this.#env.now()
    if (this.#current === undefined) {
      if (this.#drops) this.#waiting = this.#waiting.filter((job) => job.deadlineMs >= nowMs)
      this.#current = this.#waiting.shift()
      if (this.#current !== undefined) this.#env.setTimer('done', pair.serviceMs)
    }
    this.#env.emit('queue', this.#waiting.length + (this.#current === undefined ? 0 : 1))
  }

  #answer({ from, id, deadlineMs }: Job): void {
    const late = deadlineMs < this.#env.now()
    const worth = late ? 'useless' : 'useful'
    this.#env.send(from, { t: 'answer', id, late })
    this.#env.emit(worth, ++this.#answers[worth])
  }
}

/** Calls at random, waits a quarter of a second for each answer, and tries again. */
class Caller implements Client<RetryMessage> {
  readonly #env: Env<RetryMessage>
  readonly #server: NodeId
  readonly #budget: number
  /** Apart from the dice that draw the calls: what a client retries changes no call. */
  readonly #dice: Rng
  /** How many tries failed before this one, by the number of the request. */
  readonly #failedTries = new Map<number, number>()
  #requests = 0
  #tokens: number

  constructor(env: Env<RetryMessage>, server: NodeId, { budget }: Cuts) {
    this.#env = env
    this.#server = server
    this.#budget = budget ?? 0
    this.#tokens = budget === undefined ? Infinity : BURST
    this.#dice = createRng(env.rng.int(2 ** 32))
  }

  start(): void {
    const meanGapMs = (1000 * pair.clientsEach) / pair.callsPerS
    this.#env.setTimer('call', poissonGap(this.#env.rng, meanGapMs))
  }

  onTimer(name: string): void {
    const [kind, number] = name.split(' ')
    if (kind === 'call') this.#call()
    else if (kind === 'retry') this.#send(Number(number))
    else this.#timedOut(Number(number))
  }

  onMessage(_from: NodeId, { id }: RetryMessage): void {
    if (this.#failedTries.delete(id)) this.#env.clearTimer(`timeout ${id}`)
  }

  perform(): void {}

  #call(): void {
    this.#env.emit('call')
    this.#tokens = Math.min(Math.max(BURST, this.#tokens), this.#tokens + this.#budget)
    this.#failedTries.set(++this.#requests, 0)
    this.#send(this.#requests)
    this.start()
  }

  #send(id: number): void {
    const deadlineMs = this.#env.now() + pair.timeoutMs
    this.#env.send(this.#server, { t: 'request', id, deadlineMs })
    this.#env.setTimer(`timeout ${id}`, pair.timeoutMs)
  }

  /** A retry is another request: an answer to the one before comes too late. */
  #timedOut(id: number): void {
    const failedTries = this.#failedTries.get(id) ?? 0
    this.#failedTries.delete(id)
    if (failedTries >= pair.retries || this.#tokens < 1) return
    this.#tokens -= 1
    this.#env.emit('retry')
    const retry = ++this.#requests
    this.#failedTries.set(retry, failedTries + 1)
    this.#env.setTimer(`retry ${retry}`, this.#dice.next() * pair.backoffMs * 2 ** failedTries)
  }
}
