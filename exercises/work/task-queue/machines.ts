import type { Env, Node, NodeId } from '@five-pillars/simulator'

import type { TaskQueue } from './src/task-queue.ts'

/** One unit of work. */
export interface Job {
  readonly id: string
  /** What it takes on an ordinary worker, in milliseconds. */
  readonly workMs: number
  /** Its first copy brings down the worker that runs it, half-way. */
  readonly isFatal: boolean
}

/** Workers ask, beat and bring results; the queue hands out copies, and stops those it has no use for. */
export type FleetMessage =
  | { t: 'ask' }
  | { t: 'task'; task: string; token: number; workMs: number; isFatal: boolean }
  | { t: 'beat' | 'result' | 'stop'; task: string; token: number }

export const QUEUE = 'queue'

/** How often time passes at the queue when nobody calls. */
const TICK_MS = 10

/** The machine of the queue: it asks the subject, and acts on what the subject answers. */
export class QueueMachine implements Node<FleetMessage> {
  readonly #env: Env<FleetMessage>
  readonly #queue: TaskQueue<number>
  readonly #jobs: ReadonlyMap<string, Job>
  readonly #copies = new Map<string, number>()
  readonly #done = new Set<string>()
  /** Workers that have asked and got nothing yet. */
  #idle: NodeId[] = []

  constructor(env: Env<FleetMessage>, queue: TaskQueue<number>, jobs: readonly Job[]) {
    this.#env = env
    this.#queue = queue
    this.#jobs = new Map(jobs.map((job) => [job.id, job]))
  }

  start(): void {
    for (const { id, workMs } of this.#jobs.values()) {
      const answer: unknown = this.#queue.submit(id, workMs)
      if (answer === 'accepted') continue
      throw new Error(`submit("${id}") gave ${String(answer)}, although there is room for it`)
    }
    this.#env.setTimer('tick', TICK_MS)
  }

  onMessage(from: NodeId, msg: FleetMessage): void {
    if (msg.t === 'beat') this.#beat(from, msg.task, msg.token)
    else if (msg.t === 'result') this.#complete(msg.task, msg.token)
    else if (msg.t === 'ask') {
      this.#idle.push(from)
      this.#serve()
    }
  }

  onTimer(): void {
    if (this.#done.size === this.#jobs.size) return
    this.#queue.tick(this.#env.now())
    this.#serve()
    this.#env.setTimer('tick', TICK_MS)
  }

  #beat(from: NodeId, task: string, token: number): void {
    if (this.#queue.heartbeat(task, token, this.#env.now())) return
    this.#env.send(from, { t: 'stop', task, token })
  }

  #complete(task: string, token: number): void {
    const answer: unknown = this.#queue.complete(task, token, 'ok', this.#env.now())
    this.#env.emit(String(answer), { task, token })
    if (answer !== 'done') return
    this.#done.add(task)
    this.#env.emit('left', this.#jobs.size - this.#done.size)
  }

  /** In the order in which they asked. */
  #serve(): void {
    if (this.#done.size === this.#jobs.size) return
    this.#idle = this.#idle.filter((worker) => !this.#handOut(worker))
  }

  #handOut(worker: NodeId): boolean {
    const lease = this.#queue.lease(worker, this.#env.now())
    if (lease === null) return false
    const { id, token, payload } = lease
    const job = this.#jobs.get(id)
    if (job === undefined || payload !== job.workMs) {
      throw new Error(`lease("${worker}") gave a task that nobody has submitted: ${id}`)
    }
    const copy = (this.#copies.get(id) ?? 0) + 1
    this.#copies.set(id, copy)
    this.#env.emit('copy', { task: id, copy })
    const isFatal = job.isFatal && copy === 1
    this.#env.send(worker, { t: 'task', task: id, token, workMs: job.workMs, isFatal })
    return true
  }
}

export interface Pace {
  /** How many times slower than an ordinary worker. */
  readonly slowFactor: number
  readonly beatMs: number
  /** How long a worker that has crashed is away. */
  readonly awayMs: number
}

/** Runs one copy at a time and beats meanwhile. After a crash it comes back, and knows nothing. */
export class Worker implements Node<FleetMessage> {
  readonly #env: Env<FleetMessage>
  readonly #pace: Pace
  #copy: { readonly task: string; readonly token: number } | null = null

  constructor(env: Env<FleetMessage>, pace: Pace) {
    this.#env = env
    this.#pace = pace
  }

  start(): void {
    this.#env.send(QUEUE, { t: 'ask' })
  }

  onMessage(_from: NodeId, msg: FleetMessage): void {
    if (msg.t === 'task') {
      const { task, token, workMs, isFatal } = msg
      this.#copy = { task, token }
      const ms = workMs * this.#pace.slowFactor
      this.#env.setTimer(isFatal ? 'crash' : 'result', isFatal ? ms / 2 : ms)
      this.#env.setTimer('beat', this.#pace.beatMs)
    } else if (msg.t === 'stop') {
      if (this.#copy?.task !== msg.task || this.#copy.token !== msg.token) return
      this.#drop()
      this.start()
    }
  }

  onTimer(name: string): void {
    const copy = this.#copy
    if (name === 'back') return this.start()
    if (copy === null) return
    if (name === 'beat') {
      this.#env.send(QUEUE, { t: 'beat', ...copy })
      this.#env.setTimer('beat', this.#pace.beatMs)
      return
    }
    this.#drop()
    if (name === 'crash') {
      this.#env.emit('crash', copy)
      this.#env.setTimer('back', this.#pace.awayMs)
    } else {
      this.#env.send(QUEUE, { t: 'result', ...copy })
      this.start()
    }
  }

  #drop(): void {
    this.#copy = null
    for (const timer of ['beat', 'result', 'crash']) this.#env.clearTimer(timer)
  }
}
