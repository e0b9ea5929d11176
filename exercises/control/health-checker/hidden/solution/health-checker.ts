import type { Clock, TimerId } from '@five-pillars/simulator'

export type Status = 'unknown' | 'up' | 'down'
type Listener = (id: string, status: Status, at: number) => void
type Probe = (id: string) => Promise<boolean>
type Options = Record<'intervalMs' | 'timeoutMs' | 'rise' | 'fall', number>

export interface HealthChecker {
  add(id: string): void
  remove(id: string): void
  start(): void
  stop(): void
  status(id: string): Status
  onChange(cb: Listener): () => void
}

/** A target from `add` to `remove`. A re-added id is a new object: the old one changes nothing. */
interface Target {
  readonly id: string
  /** When it is probed first, as a share of the interval. */
  readonly phase: number
  status: Status
  last?: boolean
  inRow: number
  end?: () => void
}

/** Multiples of the golden ratio spread evenly over an interval, however many there are. */
const GOLDEN = (Math.sqrt(5) - 1) / 2

export function createHealthChecker(o: Options, clock: Clock, probe: Probe): HealthChecker {
  const targets = new Map<string, Target>()
  const listeners = new Set<{ cb: Listener }>()
  let [added, isRunning] = [0, false]

  function begin(target: Target): void {
    /** The timeout of each probe that is under way. */
    const open = new Set<TimerId>()
    let next = clock.setTimeout(tick, target.phase * o.intervalMs)

    function tick(): void {
      next = clock.setTimeout(tick, o.intervalMs)
      const timeout = clock.setTimeout(() => settle(false), o.timeoutMs)
      open.add(timeout)
      void Promise.try(probe, target.id).then(settle, () => settle(false))

      function settle(ok: boolean): void {
        clock.clearTimeout(timeout)
        if (open.delete(timeout)) count(target, ok)
      }
    }
    target.end = () => {
      for (const timer of [next, ...open]) clock.clearTimeout(timer)
      open.clear()
    }
  }

  function count(target: Target, ok: boolean): void {
    target.inRow = ok === target.last ? target.inRow + 1 : 1
    target.last = ok
    const proven = ok ? 'up' : 'down'
    if (target.inRow < (ok ? o.rise : o.fall) || target.status === proven) return
    target.status = proven
    for (const { cb } of new Set(listeners)) cb(target.id, proven, clock.now())
  }

  return {
    add(id) {
      if (targets.has(id)) return
      const target: Target = { id, phase: (added++ * GOLDEN) % 1, status: 'unknown', inRow: 0 }
      targets.set(id, target)
      if (isRunning) begin(target)
    },
    remove(id) {
      targets.get(id)?.end?.()
      targets.delete(id)
    },
    start() {
      if (!isRunning) for (const target of targets.values()) begin(target)
      isRunning = true
    },
    stop() {
      isRunning = false
      for (const target of targets.values()) target.end?.()
    },
    status: (id) => targets.get(id)?.status ?? 'unknown',
    onChange(cb) {
      const listener = { cb }
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** With fewer gaps than this, nothing is known of a rhythm. */
const GAPS_MIN = 5
type PhiOptions = Record<'threshold' | 'window' | 'minStdMs' | 'acceptablePauseMs', number>

export function createPhiDetector(o: PhiOptions) {
  const beats = new Map<string, number[]>()
  const heartbeat = (id: string, at: number): void =>
    void beats.set(id, [...(beats.get(id) ?? []), at].slice(-o.window - 1))

  function phi(id: string, at: number): number {
    const times = beats.get(id) ?? []
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? NaN))
    if (gaps.length < GAPS_MIN) return 0
    const mean = average(gaps)
    const std = Math.max(o.minStdMs, Math.sqrt(average(gaps.map((gap) => (gap - mean) ** 2))))
    const z = (at - (times.at(-1) ?? NaN) - mean - o.acceptablePauseMs) / std
    return Math.log10(1 + Math.exp(z * (1.5976 + 0.070566 * z * z)))
  }

  return { heartbeat, phi, isSuspect: (id: string, at: number) => phi(id, at) >= o.threshold }
}

function average(values: readonly number[]): number {
  if (values.length === 0) throw new Error('sentinel-health-checker-health-checker.ts: no values')
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
