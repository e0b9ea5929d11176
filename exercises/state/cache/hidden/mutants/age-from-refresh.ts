import type { Clock } from '@five-pillars/simulator'

export interface Cache<V> {
  get(key: string, load: () => Promise<V>): Promise<V>
  invalidate(key: string): void
  size(): number
}

interface Held<V> {
  readonly value: V
  /** When its load has ended. */
  readonly at: number
}

export function createCache<V>(
  o: { capacity: number; ttlMs: number; staleMs?: number },
  clock: Clock,
): Cache<V> {
  if (o.capacity < 1)
    throw new RangeError('sentinel-cache-age-from-refresh.ts: there is room for 1 or more')
  /** The least recently used value comes first. */
  const held = new Map<string, Held<V>>()
  /** The load of each key whose result is to be held: one that was invalidated is not here. */
  const flights = new Map<string, Promise<V>>()

  function isFresh(one: Held<V>): boolean {
    return clock.now() < one.at + o.ttlMs
  }

  function isTooOld(one: Held<V>): boolean {
    return clock.now() >= one.at + o.ttlMs + (o.staleMs ?? 0)
  }

  /** What is too old to be given takes no room. */
  function sweep(): void {
    for (const [key, one] of held) if (isTooOld(one)) held.delete(key)
  }

  function use(key: string, one: Held<V>): void {
    held.delete(key)
    held.set(key, one)
  }

  function hold(key: string, value: V, at: number): void {
    sweep()
    use(key, { value, at })
    for (const oldest of held.keys()) {
      if (held.size <= o.capacity) break
      held.delete(oldest)
    }
  }

  function begin(key: string, load: () => Promise<V>): Promise<V> {
    const at = clock.now()
    const flight = ask(load).then(
      (value) => {
        if (end()) hold(key, value, held.has(key) ? at : clock.now())
        return value
      },
      (error: unknown) => {
        end()
        throw error
      },
    )
    /** Whether nobody has invalidated it meanwhile. */
    function end(): boolean {
      return flights.get(key) === flight && flights.delete(key)
    }
    flights.set(key, flight)
    return flight
  }

  return {
    get(key, load) {
      const one = held.get(key)
      if (one === undefined || isTooOld(one)) return flights.get(key) ?? begin(key, load)
      use(key, one)
      // Nobody waits for this load: if it fails, the next one tries again.
      if (!isFresh(one) && !flights.has(key)) begin(key, load).catch(() => undefined)
      return Promise.resolve(one.value)
    },
    invalidate(key) {
      held.delete(key)
      flights.delete(key)
    },
    size() {
      sweep()
      return held.size
    },
  }
}

/** What is thrown in an async function is a rejection. */
async function ask<V>(load: () => Promise<V>): Promise<V> {
  return load()
}
