import type * as starter from '../../src/task-queue.ts'

interface Entry {
  readonly id: string
  readonly token: number
  readonly worker: string
  readonly from: number
  until: number
}

/** One ledger of running copies for the whole queue; whatever else is asked is looked up in it. */
class Ledger<T> implements starter.TaskQueue<T> {
  readonly #options: starter.TaskQueueOptions
  readonly #payloads = new Map<string, T>()
  readonly #tickets = new Map<string, number>()
  readonly #handedOut = new Map<string, number>()
  readonly #doneMs = new Map<string, number>()
  #running: readonly Entry[] = []
  #ticket = 0
  #token = 1000

  constructor(options: starter.TaskQueueOptions) {
    this.#options = options
  }

  submit(id: string, payload: T): 'accepted' | 'duplicate' | 'full' {
    if (this.#payloads.has(id)) return 'duplicate'
    const { queued, leased } = this.stats()
    if (queued + leased === this.#options.capacity) return 'full'
    this.#payloads.set(id, payload)
    this.#wait(id)
    return 'accepted'
  }

  lease(worker: string, now: number): starter.Lease<T> | null {
    this.tick(now)
    const [first] = [...this.#tickets].toSorted(([, a], [, b]) => a - b)
    const id = first?.[0] ?? this.#overdue(worker, now)
    if (id === undefined) return null
    this.#tickets.delete(id)
    this.#handedOut.set(id, (this.#handedOut.get(id) ?? 0) + 1)
    const entry = {
      id,
      token: ++this.#token,
      worker,
      from: now,
      until: now + this.#options.leaseMs,
    }
    this.#running = this.#running.concat(entry)
    return new Copy(entry, this.#payloads)
  }

  heartbeat(id: string, token: number, now: number): boolean {
    this.tick(now)
    const entry = this.#find(id, token)
    if (!entry) return false
    entry.until = now + this.#options.leaseMs
    return true
  }

  complete(id: string, token: number, _: string, now: number): 'done' | 'stale' | 'already-done' {
    this.tick(now)
    if (this.#doneMs.has(id)) return 'already-done'
    const entry = this.#find(id, token)
    if (!entry) return 'stale'
    this.#doneMs.set(id, now - entry.from)
    this.#running = this.#running.filter((other) => other.id !== id)
    return 'done'
  }

  tick(now: number): void {
    const [over, alive] = [
      this.#running.filter(({ until }) => until <= now),
      this.#running.filter(({ until }) => until > now),
    ]
    this.#running = alive
    for (const id of new Set(over.map((entry) => entry.id))) {
      const isAlone = alive.every((entry) => entry.id !== id)
      if (isAlone && this.#hasAttempts(id)) this.#wait(id)
    }
  }

  stats(): starter.Stats {
    const queued = this.#tickets.size
    const leased = new Set(this.#running.map(({ id }) => id)).size
    const done = this.#doneMs.size
    return { queued, leased, done, dead: this.#payloads.size - queued - leased - done }
  }

  #overdue(worker: string, now: number): string | undefined {
    const times = [...this.#doneMs.values()]
    const average = times.reduce((sum, ms) => sum + ms, 0) / times.length
    return this.#running
      .filter(({ from }) => now - from > this.#options.backupFactor * average)
      .filter((entry) => entry.worker !== worker && this.#hasAttempts(entry.id))
      .filter((entry) => !this.#running.some((one) => one !== entry && one.id === entry.id))
      .toSorted((a, b) => a.from - b.from)
      .at(0)?.id
  }

  #hasAttempts(id: string): boolean {
    return (this.#handedOut.get(id) ?? 0) < this.#options.maxAttempts
  }

  #find(id: string, token: number): Entry | undefined {
    return this.#running.find((entry) => entry.id === id && entry.token === token)
  }

  #wait(id: string): void {
    this.#tickets.set(id, ++this.#ticket)
  }
}

/** What a worker gets, with getters: it is read, never copied. */
class Copy<T> implements starter.Lease<T> {
  readonly payload: T
  readonly #entry: Entry
  readonly deadline: number

  constructor(entry: Entry, payloads: ReadonlyMap<string, T>) {
    this.#entry = entry
    this.deadline = entry.until
    const found = [...payloads].find(([id]) => id === entry.id)
    if (found === undefined) throw new Error('sentinel-task-queue-ledger.ts: a copy of nothing')
    this.payload = found[1]
  }

  get id(): string {
    return this.#entry.id
  }

  get token(): number {
    return this.#entry.token
  }
}

export const createTaskQueue: typeof starter.createTaskQueue = (options) => new Ledger(options)
