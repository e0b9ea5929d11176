import type { Clock } from '@five-pillars/simulator'

/** One machine of the fleet, as it reports itself. */
export interface Host {
  id: string
  /** What it shares with some of the others, and may lose together with them. */
  zone: string
  /** What it runs: code, or a file that was generated. */
  version: string
  /** Whether it serves. While it is being deployed to, it does not. */
  healthy: boolean
}

export interface Fleet {
  /** All hosts as they are now, in another order each time. */
  hosts(): Host[]
  /**
   * Gives a version to a host. Always answers, and has done by then what it does; what the host
   * reports is the truth. Never two at a time to one host.
   */
  deploy(id: string, version: string): Promise<'ok' | 'failed' | 'timeout'>
  /** All requests and errors of a version since it was born, which may be years ago. */
  metric(version: string): { requests: number; errors: number }
  /** Turns a flag on or off, everywhere and at once. */
  flag(name: string, on: boolean): void
}

export interface RolloutOptions {
  /** How many hosts have the new version after each wave. They grow; the last is the whole fleet. */
  waves: number[]
  /** So many milliseconds a wave is watched before it is judged. */
  bakeMs: number
  /** Fewer requests than this, of the new or of the old version, prove nothing; 1 or more. */
  minRequests: number
  /** By so much the error ratio of the new version may exceed that of the old one: 0.1 is ten percent points. */
  maxErrorRatio: number
  /** So many hosts may be down at a time; 1 or more. */
  maxUnavailable: number
  /** What the new version is switched on with, if anything. */
  flag?: string
  /** Whether a host may go from version a to version b, with hosts of both beside it. */
  compatible(a: string, b: string): boolean
}

/** `rolling` while a wave is deployed, `baking` until it is judged, and so on. */
export type State = 'idle' | 'rolling' | 'baking' | 'rolling-back' | 'done' | 'halted'

export interface Rollout {
  /** Takes the fleet from one version to another. While one is under way, nothing. */
  start(from: string, to: string): void
  /** Takes back what was started, also when it is done. */
  abort(): void
  state(): State
}

// TODO: part 1 to 4. Ship in waves, judge on evidence, and know when not to go back.
export function createRollout(_fleet: Fleet, _options: RolloutOptions, _clock: Clock): Rollout {
  throw new Error('createRollout is not written yet: start in src/rollout.ts')
}
