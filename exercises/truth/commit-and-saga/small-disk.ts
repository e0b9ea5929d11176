import type { Disk } from '@five-pillars/simulator'

const DEPTH_MAX = 100

/** The disk of a single replica: what a crash leaves is what was there at the last sync. */
export class SmallDisk implements Disk {
  readonly #values: Map<string, unknown>
  #synced: ReadonlyMap<string, unknown>

  constructor(kept: ReadonlyMap<string, unknown>) {
    this.#values = new Map(kept)
    this.#synced = kept
  }

  /** What a crash in this moment would leave. */
  get synced(): ReadonlyMap<string, unknown> {
    return this.#synced
  }

  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the contract of `Disk`
  get<T>(key: string): T | undefined
  get(key: string): unknown {
    return this.#values.get(key)
  }

  put(key: string, value: unknown): void {
    this.#values.set(key, deepFreeze(value))
  }

  sync(): void {
    this.#synced = new Map(this.#values)
  }
}

/** What was handed over is changed no more: a change throws where it is made, as in the worlds. */
export function deepFreeze<T>(value: T, depth = 0): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (depth > DEPTH_MAX) throw new RangeError(`a value is nested more than ${DEPTH_MAX} deep`)
  if (ArrayBuffer.isView(value)) return value
  Object.freeze(value)
  for (const key of Reflect.ownKeys(value)) deepFreeze(Reflect.get(value, key), depth + 1)
  return value
}
