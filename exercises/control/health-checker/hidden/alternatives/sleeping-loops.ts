import type { Clock } from '@five-pillars/simulator'

export type Status = 'unknown' | 'up' | 'down'
type Listener = (id: string, status: Status, at: number) => void

interface Loop {
  isOn: boolean
  wake: () => void
}

const SLOTS = 17

/** An endless loop for each target, which sleeps between its probes and is woken to end. */
// oxlint-disable-next-line max-lines-per-function -- one closure is the style of this solution
export function createHealthChecker(
  o: { intervalMs: number; timeoutMs: number; rise: number; fall: number },
  clock: Clock,
  probe: (id: string) => Promise<boolean>,
) {
  const statuses = new Map<string, Status>()
  const loops = new Map<string, Loop>()
  const listeners: (Listener | undefined)[] = []
  let slot = 0
  let isRunning = false

  /** Sleeps, unless it is woken. */
  function sleep(loop: Loop, ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = clock.setTimeout(resolve, ms)
      loop.wake = () => {
        clock.clearTimeout(timer)
        resolve()
      }
    })
  }

  async function ask(id: string): Promise<boolean> {
    const { promise: late, resolve } = Promise.withResolvers<false>()
    const timer = clock.setTimeout(() => resolve(false), o.timeoutMs)
    const asked = (async () => probe(id))().catch(() => false)
    const answer = await Promise.race([asked, late])
    clock.clearTimeout(timer)
    return answer
  }

  async function watch(id: string, loop: Loop): Promise<void> {
    /** Positive for successes, negative for failures. */
    let streak = 0
    async function check(): Promise<void> {
      const ok = await ask(id)
      if (!loop.isOn) return
      streak = ok ? Math.max(1, streak + 1) : Math.min(-1, streak - 1)
      if (streak >= o.rise) tell(id, 'up')
      else if (-streak >= o.fall) tell(id, 'down')
    }
    let due = clock.now() + (slot++ % SLOTS) * (o.intervalMs / SLOTS)
    await sleep(loop, due - clock.now())
    while (loop.isOn) {
      void check()
      due += o.intervalMs
      await sleep(loop, due - clock.now())
    }
  }

  function tell(id: string, status: Status): void {
    if (statuses.get(id) === status) return
    statuses.set(id, status)
    const at = clock.now()
    for (const listener of listeners) listener?.(id, status, at)
  }

  function begin(id: string): void {
    const loop: Loop = { isOn: true, wake: () => {} }
    loops.set(id, loop)
    void watch(id, loop)
  }

  function end(id: string): void {
    const loop = loops.get(id)
    if (loop === undefined) return
    loop.isOn = false
    loop.wake()
    loops.delete(id)
  }

  return Object.freeze({
    name: 'sentinel-health-checker-sleeping-loops.ts',
    add(id: string): void {
      if (statuses.has(id)) return
      statuses.set(id, 'unknown')
      if (isRunning) begin(id)
    },
    remove(id: string): void {
      end(id)
      statuses.delete(id)
    },
    start(): void {
      if (isRunning) return
      isRunning = true
      for (const id of statuses.keys()) begin(id)
    },
    stop(): void {
      isRunning = false
      for (const id of statuses.keys()) end(id)
    },
    status(id: string): Status {
      return statuses.get(id) ?? 'unknown'
    },
    onChange(listener: Listener): () => void {
      const place = listeners.push(listener) - 1
      return () => void (listeners[place] = undefined)
    },
  })
}

interface Rhythm {
  last: number
  gaps: number[]
  next: number
}

/** A ring of gaps; mean and deviation in one pass (Welford). */
export function createPhiDetector(o: {
  threshold: number
  window: number
  minStdMs: number
  acceptablePauseMs: number
}) {
  const rhythms = new Map<string, Rhythm>()
  return {
    heartbeat(id: string, at: number): void {
      const rhythm = rhythms.get(id)
      if (rhythm === undefined) {
        rhythms.set(id, { last: at, gaps: [], next: 0 })
        return
      }
      rhythm.gaps[rhythm.next] = at - rhythm.last
      rhythm.next = (rhythm.next + 1) % o.window
      rhythm.last = at
    },
    phi(id: string, at: number): number {
      const rhythm = rhythms.get(id)
      if (rhythm === undefined || rhythm.gaps.length < 5) return 0
      let [mean, squares, count] = [0, 0, 0]
      for (const gap of rhythm.gaps) {
        const delta = gap - mean
        mean += delta / ++count
        squares += delta * (gap - mean)
      }
      const std = Math.max(Math.sqrt(squares / count), o.minStdMs)
      const y = (at - rhythm.last - mean - o.acceptablePauseMs) / std
      const power = Math.exp(-y * (1.5976 + 0.070566 * y * y))
      return -Math.log10(y > 0 ? power / (1 + power) : 1 - 1 / (1 + power))
    },
    isSuspect(id: string, at: number): boolean {
      return this.phi(id, at) >= o.threshold
    },
  }
}
