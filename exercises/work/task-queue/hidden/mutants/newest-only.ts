type Lease<T> = { id: string; payload: T; token: number; deadline: number }
type Completed = 'done' | 'stale' | 'already-done'
export interface TaskQueue<T> {
  submit(id: string, payload: T): 'accepted' | 'duplicate' | 'full'
  lease(worker: string, now: number): Lease<T> | null
  heartbeat(id: string, token: number, now: number): boolean
  complete(id: string, token: number, result: string, now: number): Completed
  tick(now: number): void
  stats(): { queued: number; leased: number; done: number; dead: number }
}

export interface TaskQueueOptions {
  readonly leaseMs: number
  readonly maxAttempts: number
  readonly capacity: number
  readonly backupFactor: number
}

interface Copy {
  readonly worker: string
  readonly startedAt: number
  deadline: number
}

interface Task<T> {
  readonly id: string
  readonly payload: T
  isDone: boolean
  /** Copies handed out so far; the newest has this number as its token. */
  attempts: number
  /** Token → running copy: one, or two with a backup. */
  readonly copies: Map<number, Copy>
}

export function createTaskQueue<T>(options: TaskQueueOptions): TaskQueue<T> {
  const { leaseMs, maxAttempts, capacity, backupFactor } = options
  const tasks = new Map<string, Task<T>>()
  const queued: Task<T>[] = []
  const leased = new Set<Task<T>>()
  let done = 0
  let doneMs = 0

  function tick(now: number): void {
    for (const task of leased) {
      for (const [token, { deadline }] of task.copies) {
        if (deadline <= now) task.copies.delete(token)
      }
      if (task.copies.size > 0) continue
      leased.delete(task)
      if (task.attempts < maxAttempts) queued.push(task)
    }
  }

  return {
    tick,
    submit(id, payload) {
      if (tasks.has(id)) return 'duplicate'
      if (queued.length + leased.size >= capacity) return 'full'
      const task = { id, payload, isDone: false, attempts: 0, copies: new Map() }
      tasks.set(id, task)
      queued.push(task)
      return 'accepted'
    },
    lease(worker, now) {
      tick(now)
      const average = done === 0 ? Infinity : doneMs / done
      const since = now - backupFactor * average
      const task = queued.shift() ?? longestRunning(leased, worker, since, maxAttempts)
      if (task === undefined) return null
      const deadline = now + leaseMs
      const token = ++task.attempts
      if (task.copies.size > 1) throw new Error('sentinel-task-queue-newest-only.ts: a third copy')
      task.copies.set(token, { worker, startedAt: now, deadline })
      leased.add(task)
      return { id: task.id, payload: task.payload, token, deadline }
    },
    heartbeat(id, token, now) {
      tick(now)
      const copy = tasks.get(id)?.copies.get(token)
      if (copy !== undefined) copy.deadline = now + leaseMs
      return copy !== undefined
    },
    complete(id, token, _result, now) {
      tick(now)
      const task = tasks.get(id)
      if (task?.isDone) return 'already-done'
      const copy = token === task?.attempts ? task.copies.get(token) : undefined
      if (task === undefined || copy === undefined) return 'stale'
      task.isDone = true
      task.copies.clear()
      leased.delete(task)
      done++
      doneMs += now - copy.startedAt
      return 'done'
    },
    stats() {
      const dead = tasks.size - queued.length - leased.size - done
      return { queued: queued.length, leased: leased.size, done, dead }
    },
  }
}

/** Of the tasks whose only copy was handed out before a moment, the one that has run longest. */
function longestRunning<T>(
  leased: ReadonlySet<Task<T>>,
  worker: string,
  before: number,
  maxAttempts: number,
): Task<T> | undefined {
  let since = before
  let longest: Task<T> | undefined
  for (const task of leased) {
    const [copy, second] = task.copies.values()
    if (copy === undefined || second !== undefined || copy.worker === worker) continue
    if (task.attempts >= maxAttempts || copy.startedAt >= since) continue
    since = copy.startedAt
    longest = task
  }
  return longest
}
