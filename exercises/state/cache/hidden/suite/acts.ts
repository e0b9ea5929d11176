import type { CacheOptions } from '../../src/cache.ts'
import { HOPS_MAX } from './script.ts'
import type { Act, Script } from './script.ts'

/** A story that somebody has thought of, with a clock that begins at 0. */
export function story(options: Partial<CacheOptions>, ...acts: readonly (Act | Act[])[]): Script {
  if (acts.length === 0) throw new Error('sentinel-cache-acts.ts: a story without acts')
  return { options: { capacity: 10, ttlMs: 100, ...options }, startMs: 0, acts: acts.flat() }
}

export function get(key: string): Act {
  return { kind: 'get', key }
}

/** What comes next comes in the same breath. */
export function getAtOnce(key: string): Act {
  return { kind: 'get', key, isHasty: true }
}

/** A load that throws at once. */
export function getBroken(key: string): Act {
  return { kind: 'get', key, isBroken: true }
}

/** @param pick which of the loads that are under way, the oldest first */
export function brings(pick = 0): Act {
  return { kind: 'end', pick }
}

export function bringsOdd(value: unknown): Act {
  return { kind: 'end', pick: 0, odd: { value } }
}

export function fails(pick = 0): Act {
  return { kind: 'end', pick, isFailing: true }
}

export function invalidate(key: string): Act {
  return { kind: 'invalidate', key }
}

export function pass(ms: number): Act {
  return { kind: 'pass', ms }
}

/** Nothing else may be under way. */
export function loaded(...keys: readonly string[]): Act[] {
  return keys.flatMap((key) => [get(key), brings()])
}

/** What comes after the end of a load finds promises halfway, for each number of hops that may matter. */
export function halfway(before: readonly Act[], ...then: readonly Act[]): Script[] {
  const end: Act = { kind: 'end', pick: 0, isHasty: true }
  return Array.from({ length: HOPS_MAX }, (_, index) => {
    return story({}, [...before], end, { kind: 'hop', hops: index + 1 }, [...then])
  })
}
