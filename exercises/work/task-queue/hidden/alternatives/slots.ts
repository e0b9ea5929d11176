import type * as starter from '../../src/task-queue.ts'

interface Copy {
  readonly token: number
  readonly worker: string
  readonly since: number
  until: number
}

/** A task, and the one that waits behind it. */
class Task<T> {
  readonly id: string
  readonly payload: T
  attempts = 0
  first: Copy | undefined
  spare: Copy | undefined
  behind: Task<T> | undefined

  constructor(id: string, payload: T) {
    this.id = id
    this.payload = payload
  }

  copy(token: number): Copy | undefined {
    return [this.first, this.spare].find((copy) => copy?.token === token)
  }

  /** Whether that was the last running copy. */
  expire(now: number): boolean {
    if (this.spare && now >= this.spare.until) this.spare = undefined
    if (this.first && now >= this.first.until) {
      this.first = this.spare
      this.spare = undefined
    }
    return this.first === undefined
  }
}

/** Counters that every call keeps up, a linked list of those that wait, and two slots for copies. */
class Slots<T> implements starter.TaskQueue<T> {
  readonly #options: starter.TaskQueueOptions
  readonly #ids = new Set<string>()
  readonly #finished = new Set<string>()
  readonly #leased: Task<T>[] = []
  readonly #counts = { queued: 0, leased: 0, done: 0, dead: 0 }
  #head: Task<T> | undefined
  #tail: Task<T> | undefined
  #totalMs = 0
  static #tokens = 0

  constructor(options: starter.TaskQueueOptions) {
    this.#options = options
  }

  submit(id: string, payload: T): 'accepted' | 'duplicate' | 'full' {
    const { queued, leased } = this.#counts
    const isNew = !this.#ids.has(id)
    if (isNew && queued + leased < this.#options.capacity) {
      this.#ids.add(id)
      this.#append(new Task(id, payload))
      return 'accepted'
    }
    return isNew ? 'full' : 'duplicate'
  }

  lease(worker: string, now: number): starter.Lease<T> | null {
    this.tick(now)
    const task = this.#takeFirst() ?? this.#overdue(worker, now)
    if (!task) return null
    const copy = { token: Slots.#tokens++, worker, since: now, until: now + this.#options.leaseMs }
    task.attempts += 1
    if (task.first) task.spare = copy
    else task.first = copy
    return { id: task.id, payload: task.payload, token: copy.token, deadline: copy.until }
  }

  heartbeat(id: string, token: number, now: number): boolean {
    this.tick(now)
    const copy = this.#leased.find((task) => task.id === id)?.copy(token)
    if (copy) copy.until = now + this.#options.leaseMs
    return Boolean(copy)
  }

  complete(id: string, token: number, _: string, now: number): 'done' | 'stale' | 'already-done' {
    this.tick(now)
    if (this.#finished.has(id)) return 'already-done'
    const index = this.#leased.findIndex((task) => task.id === id)
    const copy = this.#leased[index]?.copy(token)
    if (!copy) return 'stale'
    this.#finished.add(id)
    this.#leased.splice(index, 1)
    this.#counts.leased -= 1
    this.#counts.done += 1
    this.#totalMs += now - copy.since
    return 'done'
  }

  tick(now: number): void {
    for (let index = this.#leased.length - 1; index >= 0; index -= 1) {
      const task = this.#leased[index]
      if (!task?.expire(now)) continue
      this.#leased.splice(index, 1)
      this.#counts.leased -= 1
      if (task.attempts < this.#options.maxAttempts) this.#append(task)
      else this.#counts.dead += 1
    }
  }

  stats(): starter.Stats {
    return frozen(this.#counts)
  }

  #append(task: Task<T>): void {
    if (this.#tail) this.#tail.behind = task
    else this.#head = task
    this.#tail = task
    this.#counts.queued += 1
  }

  #takeFirst(): Task<T> | undefined {
    const task = this.#head
    if (!task) return undefined
    this.#head = task.behind
    if (!this.#head) this.#tail = undefined
    task.behind = undefined
    this.#counts.queued -= 1
    this.#counts.leased += 1
    this.#leased.push(task)
    return task
  }

  /** Compares without a division: age × done > factor × total. */
  #overdue(worker: string, now: number): Task<T> | undefined {
    const { backupFactor, maxAttempts } = this.#options
    let oldest: Task<T> | undefined
    for (const task of this.#leased) {
      const { first, spare, attempts } = task
      if (!first || spare || first.worker === worker || attempts === maxAttempts) continue
      if ((now - first.since) * this.#counts.done <= backupFactor * this.#totalMs) continue
      if (!oldest?.first || first.since < oldest.first.since) oldest = task
    }
    return oldest
  }
}

function frozen(counts: starter.Stats): starter.Stats {
  if (counts.queued < 0) throw new Error('sentinel-task-queue-slots.ts: less than nobody waits')
  return Object.freeze({ ...counts })
}

export const createTaskQueue: typeof starter.createTaskQueue = (options) => new Slots(options)
