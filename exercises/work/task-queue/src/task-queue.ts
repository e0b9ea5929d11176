/** What a worker gets: one copy of a task, its own for a while. */
export interface Lease<T> {
  /** The id of the task. */
  readonly id: string
  readonly payload: T
  /** Which copy of the task this is: greater than the token of every copy before. */
  readonly token: number
  /** From this moment on the lease has expired. */
  readonly deadline: number
}

/** How many tasks are in each state. Every accepted task is in exactly one. */
export interface Stats {
  /** Waits for a worker. */
  readonly queued: number
  /** At least one copy of it is running. */
  readonly leased: number
  readonly done: number
  /** Handed out as often as it may be, and never done. */
  readonly dead: number
}

/** `now` is the clock of the queue, in milliseconds, whoever calls. It never goes back. */
export interface TaskQueue<T> {
  /** Takes a task, once: an id that was accepted before is a duplicate, whatever became of it. */
  submit(id: string, payload: T): 'accepted' | 'duplicate' | 'full'
  /** Hands a copy of a task to a worker; null when there is none for this one. */
  lease(worker: string, now: number): Lease<T> | null
  /** Gives a running copy `leaseMs` more, counted from now; false when it is not running any more. */
  heartbeat(id: string, token: number, now: number): boolean
  /** The worker has a result. Only `done` lets its caller act on it. */
  complete(
    id: string,
    token: number,
    result: string,
    now: number,
  ): 'done' | 'stale' | 'already-done'
  /** Time has passed: leases that are over by now expire. */
  tick(now: number): void
  stats(): Stats
}

export interface TaskQueueOptions {
  /** How long a copy is leased, and how much longer a heartbeat makes it. */
  readonly leaseMs: number
  /** How many copies of one task are handed out in all, backups included. */
  readonly maxAttempts: number
  /** How many tasks may be unfinished: queued or leased. */
  readonly capacity: number
  /** How many times longer than the average a copy must have run to get a backup. */
  readonly backupFactor: number
}

// TODO: part 1, then 2 and 3.
export function createTaskQueue<T>(_options: TaskQueueOptions): TaskQueue<T> {
  throw new Error('createTaskQueue is not written yet: start at part 1 in src/task-queue.ts')
}
