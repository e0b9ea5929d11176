import type { Clock } from '@five-pillars/simulator'

interface Waiter<V> {
  readonly resolve: (value: V) => void
  readonly reject: (error: unknown) => void
}

/** A load with those who wait for it; `era` is that of its key when it began. */
interface Room<V> {
  era: number
  waiters: Waiter<V>[]
}

type Row<V> = [key: string, value: V, at: number]

/**
 * Rows in a list, the last used at its end; each waiter has a promise of its own; an invalidation
 * begins a new era of its key, and eras only grow.
 */
export function createCache<V>(
  o: { capacity: number; ttlMs: number; staleMs?: number },
  clock: Clock,
): {
  get(this: void, key: string, load: () => Promise<V>): Promise<V>
  invalidate(this: void, key: string): void
  size(this: void): number
} {
  const limit = o.ttlMs + (o.staleMs === undefined ? 0 : o.staleMs)
  const eras = new Map<string, number>()
  const rooms = new Map<string, Room<V>>()
  let rows: Row<V>[] = []

  function alive(): Row<V>[] {
    rows = rows.filter(([, , at]) => clock.now() - at < limit)
    return rows
  }

  function enter(key: string, load: () => Promise<V>, waiter?: Waiter<V>): void {
    const era = eras.get(key) ?? 0
    const open = rooms.get(key)
    if (open !== undefined && open.era === era) {
      if (waiter !== undefined) open.waiters.push(waiter)
      return
    }
    const room: Room<V> = { era, waiters: waiter === undefined ? [] : [waiter] }
    rooms.set(key, room)
    void land(key, room, promiseOf(load))
  }

  async function land(key: string, room: Room<V>, promise: Promise<V>): Promise<void> {
    try {
      const value = await promise
      const isCurrent = leave(key, room)
      for (const { resolve } of room.waiters) resolve(value)
      await Promise.resolve()
      if (isCurrent) put(key, value)
    } catch (error) {
      leave(key, room)
      for (const { reject } of room.waiters) reject(error)
    }
  }

  function leave(key: string, room: Room<V>): boolean {
    if (rooms.get(key) === room) rooms.delete(key)
    return room.era === (eras.get(key) ?? 0)
  }

  function put(key: string, value: V): void {
    const others = alive().filter(([other]) => other !== key)
    rows = [...others, [key, value, clock.now()] satisfies Row<V>].slice(-o.capacity)
  }

  return {
    get: (key, load) =>
      new Promise((resolve, reject) => {
        const row = alive().find(([other]) => other === key)
        if (row === undefined) return enter(key, load, { resolve, reject })
        rows = [...rows.filter((other) => other !== row), row]
        if (clock.now() >= row[2] + o.ttlMs) enter(key, load)
        return resolve(row[1])
      }),
    invalidate(key) {
      eras.set(key, (eras.get(key) ?? 0) + 1)
      rows = rows.filter(([other]) => other !== key)
    },
    size: () => {
      if (rows.length > o.capacity) throw new Error('sentinel-cache-told-before-held.ts: no room')
      return alive().length
    },
  }
}

function promiseOf<V>(load: () => Promise<V>): Promise<V> {
  try {
    return load()
  } catch (error) {
    return Promise.reject(error)
  }
}
