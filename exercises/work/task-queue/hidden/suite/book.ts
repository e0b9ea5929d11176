import type { TaskQueueOptions } from '../../src/task-queue.ts'

/** One copy of a task that was handed out; it is kept whatever became of it. */
export interface Copy {
  readonly task: Task
  readonly worker: string
  readonly token: number
  readonly startedAt: number
  deadline: number
  isRunning: boolean
}

export interface Task {
  readonly id: string
  readonly payload: unknown
  state: 'queued' | 'leased' | 'done' | 'dead'
  /** The call at which it began to wait, counted from 1. */
  waitsSince: number
  readonly copies: Copy[]
}

export interface Counts {
  readonly queued: number
  readonly leased: number
  readonly done: number
  readonly dead: number
}

/** Whom a worker may get: any of `tasks`; where the edge of the average is near, nobody as well. */
export interface Offer {
  readonly kind: 'queued' | 'backup' | 'nothing'
  readonly tasks: readonly Task[]
  readonly isEdge: boolean
}

const NOTHING: Offer = { kind: 'nothing', tasks: [], isEdge: false }

/** Nearer than this to the edge, in milliseconds, an average may be computed in either way. */
const EDGE_MS = 1e-6

/** Knows what is right, in the plainest way: every task and every copy there ever was. */
export class Book {
  readonly options: TaskQueueOptions
  readonly tasks = new Map<string, Task>()
  /** In the order in which they were handed out. */
  readonly copies: Copy[] = []
  now = 0
  #calls = 0
  readonly #doneMs: number[] = []

  constructor(options: TaskQueueOptions) {
    this.options = options
  }

  submit(id: string, payload: unknown): 'accepted' | 'duplicate' | 'full' {
    this.#calls += 1
    if (this.tasks.has(id)) return 'duplicate'
    const { queued, leased } = this.counts()
    if (queued + leased >= this.options.capacity) return 'full'
    this.tasks.set(id, { id, payload, state: 'queued', waitsSince: this.#calls, copies: [] })
    return 'accepted'
  }

  /** Begins a call that brings a time: what is over by then expires. */
  advance(now: number): void {
    if (now < this.now) throw new Error('sentinel-task-queue-book.ts: the clock went back')
    this.#calls += 1
    this.now = now
    for (const task of this.#in('leased')) {
      for (const copy of running(task)) copy.isRunning = now < copy.deadline
      if (running(task).length > 0) continue
      task.state = task.copies.length < this.options.maxAttempts ? 'queued' : 'dead'
      task.waitsSince = this.#calls
    }
  }

  offer(worker: string): Offer {
    const queued = this.#in('queued')
    if (queued.length > 0) {
      const since = Math.min(...queued.map((task) => task.waitsSince))
      const tasks = queued.filter((task) => task.waitsSince === since)
      return { kind: 'queued', tasks, isEdge: false }
    }
    const overdue = this.#in('leased').filter(
      (task) => this.whyNoBackup(task, worker) === undefined,
    )
    if (overdue.length === 0) return NOTHING
    const longest = Math.max(...overdue.map((task) => this.ranMs(task)))
    const tasks = overdue.filter((task) => this.ranMs(task) === longest)
    return { kind: 'backup', tasks, isEdge: this.#isNear(longest) }
  }

  /** What forbids a backup of a leased task for a worker; undefined where nothing does. */
  whyNoBackup(task: Task, worker: string): string | undefined {
    if (running(task).length > 1) return 'two copies of it are running already'
    if (task.copies.length >= this.options.maxAttempts) return 'it has no attempt left'
    if (running(task)[0]?.worker === worker) return 'that worker is running it'
    if (this.#doneMs.length === 0) return 'nothing is done yet, so there is no average'
    if (this.ranMs(task) >= this.overdueMs() - EDGE_MS) return undefined
    return `its copy has run ${this.ranMs(task)} ms, and it is overdue after ${round(this.overdueMs())}`
  }

  handOut(task: Task, worker: string, token: number): void {
    const deadline = this.now + this.options.leaseMs
    const copy = { task, worker, token, startedAt: this.now, deadline, isRunning: true }
    task.state = 'leased'
    task.copies.push(copy)
    this.copies.push(copy)
  }

  heartbeat(id: string, token: number): boolean {
    const copy = this.#running(id, token)
    if (copy === undefined) return false
    copy.deadline = this.now + this.options.leaseMs
    return true
  }

  complete(id: string, token: number): 'done' | 'stale' | 'already-done' {
    const task = this.tasks.get(id)
    if (task?.state === 'done') return 'already-done'
    const copy = this.#running(id, token)
    if (task === undefined || copy === undefined) return 'stale'
    for (const each of task.copies) each.isRunning = false
    task.state = 'done'
    this.#doneMs.push(this.now - copy.startedAt)
    return 'done'
  }

  counts(): Counts {
    const [queued, leased, done, dead] = [
      this.#in('queued').length,
      this.#in('leased').length,
      this.#in('done').length,
      this.#in('dead').length,
    ]
    return { queued, leased, done, dead }
  }

  /** How long the oldest running copy of a task has run. */
  ranMs(task: Task): number {
    const [copy] = running(task)
    return copy === undefined ? 0 : this.now - copy.startedAt
  }

  /** A copy that has run for longer is overdue; Infinity while nothing is done. */
  overdueMs(): number {
    const { length } = this.#doneMs
    if (length === 0) return Infinity
    return (this.options.backupFactor * this.#doneMs.reduce((sum, ms) => sum + ms, 0)) / length
  }

  /** The next moment at which a running copy expires. */
  nextDeadline(): number | undefined {
    const deadlines = this.copies.filter(({ isRunning }) => isRunning).map((one) => one.deadline)
    return deadlines.length === 0 ? undefined : Math.min(...deadlines)
  }

  /** The moment after which the next task is overdue that is not so yet. */
  nextOverdue(): number | undefined {
    const moments = this.#in('leased')
      .filter((task) => running(task).length === 1 && this.ranMs(task) < this.overdueMs())
      .map((task) => this.now - this.ranMs(task) + this.overdueMs())
    const next = Math.min(...moments)
    return Number.isFinite(next) ? next : undefined
  }

  /** Also an average of nothing, which no work has. */
  #isNear(ranMs: number): boolean {
    return ranMs <= this.overdueMs() + EDGE_MS || this.overdueMs() === 0
  }

  #running(id: string, token: number): Copy | undefined {
    return this.tasks.get(id)?.copies.find((copy) => copy.isRunning && copy.token === token)
  }

  #in(state: Task['state']): Task[] {
    return [...this.tasks.values()].filter((task) => task.state === state)
  }
}

export function running(task: Task): Copy[] {
  return task.copies.filter(({ isRunning }) => isRunning)
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100
}
