import type { Clock } from '@five-pillars/simulator'

/** What is known of a target: nothing yet, that it answers, or that it does not. */
export type Status = 'unknown' | 'up' | 'down'

export interface HealthChecker {
  /** Makes an id a target: unknown, and probed while the checker runs. Twice is as good as once. */
  add(id: string): void
  /** Ends a target: it is unknown, and nothing is told of it any more. */
  remove(id: string): void
  /** Begins to probe all targets. A checker that runs goes on as it was. */
  start(): void
  /** Ends all probing. Each target keeps its status. */
  stop(): void
  /** What is known of a target; unknown for an id that is none. */
  status(id: string): Status
  /**
   * Calls a listener at each change of a status from now on.
   *
   * @param cb is told the target, its new status, and `clock.now()`
   * @returns what ends it; calling that twice is as good as once
   */
  onChange(cb: (id: string, status: Status, at: number) => void): () => void
}

export interface HealthCheckerOptions {
  /** From the begin of a probe of a target to the begin of its next one, in milliseconds. */
  intervalMs: number
  /** After so many milliseconds a probe without an answer has failed; `intervalMs` or less. */
  timeoutMs: number
  /** So many successes in a row make a target up; 1 or more. */
  rise: number
  /** So many failures in a row make a target down; 1 or more. */
  fall: number
}

// TODO: part 1 to 3. Probe the targets, count what they answer, and tell what has changed.
export function createHealthChecker(
  _options: HealthCheckerOptions,
  _clock: Clock,
  _probe: (id: string) => Promise<boolean>,
): HealthChecker {
  throw new Error('createHealthChecker is not written yet: start in src/health-checker.ts')
}

export interface PhiDetector {
  /** Notes a heartbeat of id at a time in milliseconds, which never goes back. */
  heartbeat(id: string, at: number): void
  /** How suspicious the silence of id is at a time: 1 is one chance in ten, 2 one in a hundred. */
  phi(id: string, at: number): number
  /** Whether phi has reached the threshold. */
  isSuspect(id: string, at: number): boolean
}

export interface PhiOptions {
  threshold: number
  /** How many gaps between heartbeats are remembered, of each id. */
  window: number
  /** The standard deviation is taken to be at least so many milliseconds. */
  minStdMs: number
  /** Silence of so many milliseconds more than usual is nothing to worry about. */
  acceptablePauseMs: number
}

// TODO: stretch. Uncomment this when you want it: from then on its promises count too.
// export function createPhiDetector(options: PhiOptions): PhiDetector {
//   throw new Error('createPhiDetector is not written yet: it is the stretch')
// }
