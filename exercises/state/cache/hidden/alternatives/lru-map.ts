import type { Clock } from '@five-pillars/simulator'

interface Options {
  capacity: number
  ttlMs: number
  staleMs?: number
}

/** A map in which reading is using; whatever is too much goes from its other end. */
class LruMap<V> extends Map<string, V> {
  override get(key: string): V | undefined {
    const value = super.get(key)
    if (value !== undefined && super.delete(key)) super.set(key, value)
    return value
  }

  override set(key: string, value: V): this {
    super.delete(key)
    return super.set(key, value)
  }

  dropWhile(isTooMuch: () => boolean): void {
    for (const key of this.keys()) {
      if (!isTooMuch()) return
      super.delete(key)
    }
  }
}

/** A value and its age, boxed: undefined is a value too. */
class Box<V> {
  readonly value: V
  readonly #bornAt: number
  readonly #clock: Clock

  constructor(value: V, clock: Clock) {
    this.value = value
    this.#clock = clock
    this.#bornAt = clock.now()
  }

  get ageMs(): number {
    return this.#clock.now() - this.#bornAt
  }
}

class LoadingCache<V> {
  readonly #boxes = new LruMap<Box<V>>()
  readonly #options: Required<Options>
  readonly #clock: Clock
  /** What is loaded for each key: a fresh object for each load, so that it knows itself. */
  #tickets: Record<string, { promise: Promise<V> } | undefined> = Object.create(null)

  constructor(options: Options, clock: Clock) {
    this.#options = { staleMs: 0, ...options }
    this.#clock = clock
  }

  get(key: string, load: () => Promise<V>): Promise<V> {
    this.#dropDead()
    const box = this.#boxes.get(key)
    if (box === undefined) return this.#ticketOf(key, load).promise
    if (box.ageMs >= this.#options.ttlMs) this.#ticketOf(key, load).promise.catch(() => null)
    return Promise.resolve(box.value)
  }

  invalidate(key: string): void {
    this.#tickets[key] = undefined
    this.#boxes.delete(key)
  }

  size(): number {
    this.#dropDead()
    return this.#boxes.size
  }

  #ticketOf(key: string, load: () => Promise<V>): { promise: Promise<V> } {
    const open = this.#tickets[key]
    if (open !== undefined) return open
    const ticket = { promise: new Promise<V>((resolve) => resolve(load())) }
    ticket.promise = ticket.promise.then(
      (value) => {
        if (this.#close(key, ticket)) this.#keep(key, value)
        return value
      },
      (error: unknown) => {
        this.#close(key, ticket)
        throw error
      },
    )
    this.#tickets[key] = ticket
    return ticket
  }

  #close(key: string, ticket: object): boolean {
    if (this.#tickets[key] !== ticket) return false
    delete this.#tickets[key]
    return true
  }

  #keep(key: string, value: V): void {
    this.#dropDead()
    this.#boxes.set(key, new Box(value, this.#clock))
    this.#boxes.dropWhile(() => this.#boxes.size > this.#options.capacity)
  }

  #dropDead(): void {
    const { ttlMs, staleMs } = this.#options
    for (const [key, box] of this.#boxes) {
      if (box.ageMs >= ttlMs + staleMs) this.#boxes.delete(key)
    }
  }
}

export function createCache<V>(options: Options, clock: Clock): LoadingCache<V> {
  if (options.capacity < 1) throw new RangeError('sentinel-cache-lru-map.ts: there is no room')
  return new LoadingCache<V>(options, clock)
}
