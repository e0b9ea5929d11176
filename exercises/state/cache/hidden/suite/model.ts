import type { CacheOptions } from '../../src/cache.ts'

/** What a load comes to. */
export type Result =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'error'; readonly error: unknown }

/** A load, by the number of the `get` that begins it. */
export interface Load {
  readonly n: number
  readonly key: string
  /** What it comes to, as soon as that was said. */
  result?: Result
  /** When promises have gone on since. */
  endedAt?: number
  /** Its key was invalidated: from this `get` on its value is wrong. */
  past?: { readonly from: number; readonly wasHeld: boolean }
}

/** Why there is nothing to give. */
export type Why = 'new' | 'old' | 'invalidated' | 'failed' | 'evicted'

/** What a `get` has to do. */
export type Expected =
  | { readonly kind: 'held'; readonly by: Load }
  | { readonly kind: 'stale'; readonly by: Load; readonly begins: boolean }
  /** `isEnding`: it was said what the load comes to, and promises are on their way to tell it. */
  | { readonly kind: 'waits'; readonly on: Load; readonly isEnding: boolean }
  | { readonly kind: 'loads'; readonly why: Why }

/** The cache as the brief has it, in the plainest way: what is too old is looked for at each turn. */
export class Model {
  readonly options: CacheOptions
  readonly loads = new Map<number, Load>()
  /** The least recently used first. */
  #held: Load[] = []
  readonly #flights = new Map<string, Load>()
  readonly #why = new Map<string, Why>()
  readonly #everHeld = new Set<string>()
  #asked = 0

  constructor(options: CacheOptions) {
    if (options.capacity < 1)
      throw new Error('sentinel-cache-model.ts: there is room for 1 or more')
    this.options = options
  }

  /** @param n the number of this `get`, which is that of its load, if it begins one */
  get(key: string, n: number, now: number): Expected {
    this.#asked = n
    this.#sweep(now)
    const by = this.#held.find((load) => load.key === key)
    const on = this.#flights.get(key)
    if (by === undefined && on !== undefined) {
      return { kind: 'waits', on, isEnding: on.result !== undefined }
    }
    const begins = on === undefined && (by === undefined || now >= this.#freshUntil(by))
    if (begins) this.#begin(key, n)
    if (by === undefined) return { kind: 'loads', why: this.#why.get(key) ?? 'new' }
    this.#use(by)
    if (now < this.#freshUntil(by)) return { kind: 'held', by }
    return { kind: 'stale', by, begins }
  }

  /** Whether so many keys were held that somebody may think that there is no room. */
  get isCrowded(): boolean {
    return this.#everHeld.size > this.options.capacity
  }

  /** Loads that have not been told what they come to, the oldest first. */
  get underWay(): readonly Load[] {
    return [...this.loads.values()].filter(({ result }) => result === undefined)
  }

  end(n: number, result: Result): void {
    const load = this.loads.get(n)
    if (load !== undefined) load.result = result
  }

  /** Promises have gone on: whoever was told what it comes to has ended. */
  settle(now: number): void {
    for (const load of this.loads.values()) {
      if (load.result === undefined || load.endedAt !== undefined) continue
      load.endedAt = now
      if (this.#flights.get(load.key) !== load) continue
      this.#flights.delete(load.key)
      if (load.result.kind === 'value') this.#hold(load, now)
      else if (!this.#held.some(({ key }) => key === load.key)) this.#why.set(load.key, 'failed')
    }
  }

  invalidate(key: string): void {
    for (const load of this.loads.values()) {
      if (load.key !== key) continue
      load.past ??= { from: this.#asked + 1, wasHeld: load.endedAt !== undefined }
    }
    const isKnown = this.#flights.delete(key) || this.#held.some((load) => load.key === key)
    this.#held = this.#held.filter((load) => load.key !== key)
    if (isKnown) this.#why.set(key, 'invalidated')
  }

  size(now: number): number {
    this.#sweep(now)
    return this.#held.length
  }

  /** When the next of the values that are held is not fresh any more, or too old. */
  nextEdge(now: number): number | undefined {
    const edges = this.#held.flatMap((load) => [this.#freshUntil(load), this.tooOldAt(load)])
    const later = edges.filter((edge) => edge > now)
    return later.length === 0 ? undefined : Math.min(...later)
  }

  tooOldAt(load: Load): number {
    return this.#freshUntil(load) + (this.options.staleMs ?? 0)
  }

  #freshUntil({ endedAt = NaN }: Load): number {
    return endedAt + this.options.ttlMs
  }

  #begin(key: string, n: number): void {
    const load: Load = { n, key }
    this.loads.set(n, load)
    this.#flights.set(key, load)
  }

  #hold(load: Load, now: number): void {
    this.#sweep(now)
    this.#held = this.#held.filter(({ key }) => key !== load.key)
    this.#use(load)
    this.#everHeld.add(load.key)
    if (this.#held.length <= this.options.capacity) return
    const gone = this.#held.shift()
    if (gone !== undefined) this.#why.set(gone.key, 'evicted')
  }

  #use(load: Load): void {
    this.#held = [...this.#held.filter((other) => other !== load), load]
  }

  #sweep(now: number): void {
    const old = this.#held.filter((load) => now >= this.tooOldAt(load))
    if (old.length === 0) return
    for (const { key } of old) this.#why.set(key, 'old')
    this.#held = this.#held.filter((load) => !old.includes(load))
  }
}
