import type { Clock } from '@five-pillars/simulator'

export interface Cache<V> {
  /**
   * Gives the value that is held for a key, or what a load of it brings.
   *
   * @param load asks whoever knows the value. It is called once or not at all, before `get` returns.
   */
  get(key: string, load: () => Promise<V>): Promise<V>
  /** The value has changed: what is known of the key, or on its way, is not to be given any more. */
  invalidate(key: string): void
  /** How many values are held. */
  size(): number
}

export interface CacheOptions {
  /** How many values there is room for; 1 or more. */
  readonly capacity: number
  /** A value is fresh for so many milliseconds, from the end of its load. */
  readonly ttlMs: number
  /** For so many milliseconds more it may be given while a new one is loaded; default 0. */
  readonly staleMs?: number
}

// TODO: begin with part 1; `npx five-pillars check cache` says what is missing.
export function createCache<V>(_options: CacheOptions, _clock: Clock): Cache<V> {
  throw new Error('createCache is not written yet: start in src/cache.ts')
}
