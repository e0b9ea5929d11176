import type { Clock, TimerId } from '@five-pillars/simulator'

import type { Tuning } from '../../src/game-day.ts'

export const tuning: Tuning = {
  readQuorum: 2,
  writeQuorum: 2,
  virtualNodes: 100,
  panicShare: 0.4,
  minWorkers: 3,
  maxWorkers: 12,
}

type Status = 'unknown' | 'up' | 'down'
type Listener = (id: string, status: Status, at: number) => void

interface Target {
  readonly id: string
  status: Status
  last?: boolean
  inRow: number
  timers: Set<TimerId>
}

/** Only an answer is an answer: a probe that hangs has not failed, it is under way. */
// oxlint-disable-next-line max-lines-per-function -- one closure is the style of this mutant
function createHealthChecker(
  o: { intervalMs: number; timeoutMs: number; rise: number; fall: number },
  clock: Clock,
  probe: (id: string) => Promise<boolean>,
): {
  add(id: string): void
  remove(id: string): void
  start(): void
  stop(): void
  status(id: string): Status
  onChange(cb: Listener): () => void
} {
  const targets = new Map<string, Target>()
  const listeners = new Set<Listener>()
  let added = 0
  let isRunning = false

  function begin(target: Target, afterMs: number): void {
    const timer = clock.setTimeout(() => {
      target.timers.delete(timer)
      begin(target, o.intervalMs)
      ask(target)
    }, afterMs)
    target.timers.add(timer)
  }

  function ask(target: Target): void {
    const timeout = clock.setTimeout(() => {}, o.timeoutMs)
    target.timers.add(timeout)
    void probe(target.id).then(settle, () => settle(false))

    function settle(ok: boolean): void {
      clock.clearTimeout(timeout)
      target.timers.delete(timeout)
      count(target, ok)
    }
  }

  function count(target: Target, ok: boolean): void {
    target.inRow = ok === target.last ? target.inRow + 1 : 1
    target.last = ok
    if (target.inRow >= (ok ? o.rise : o.fall)) tell(target, ok ? 'up' : 'down')
  }

  function tell(target: Target, status: Status): void {
    if (target.status === status) return
    target.status = status
    for (const listener of listeners) listener(target.id, status, clock.now())
  }

  function end(target: Target): void {
    for (const timer of target.timers) clock.clearTimeout(timer)
    target.timers.clear()
  }

  return {
    add(id) {
      if (targets.has(id)) return
      const target: Target = { id, status: 'unknown', inRow: 0, timers: new Set() }
      targets.set(id, target)
      if (isRunning) begin(target, ((added++ * 0.618) % 1) * o.intervalMs)
    },
    remove(id) {
      const target = targets.get(id)
      if (target !== undefined) end(target)
      targets.delete(id)
    },
    start() {
      if (o.timeoutMs > o.intervalMs)
        throw new Error('sentinel-game-day-waits-for-ever.ts: the timeout is too long')
      if (!isRunning) for (const target of targets.values()) begin(target, 0)
      isRunning = true
    },
    stop() {
      isRunning = false
      for (const target of targets.values()) end(target)
    },
    status: (id) => targets.get(id)?.status ?? 'unknown',
    onChange(cb) {
      listeners.add(cb)
      return () => void listeners.delete(cb)
    },
  }
}

export const parts = { healthChecker: { createHealthChecker } }
