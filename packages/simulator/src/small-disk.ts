import type { Disk } from './contract.ts'
import { deepFreeze } from './engine/deep-freeze.ts'

/**
 * The disk of a single node without a world around it, for tests that feed it messages by hand.
 * What is put belongs to it and is changed no more, as in the worlds; what a crash leaves is what
 * was there at the last sync.
 */
export class SmallDisk implements Disk {
  readonly #values: Map<string, unknown>
  #synced: ReadonlyMap<string, unknown>

  /** @param kept what an earlier life has left, by key */
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

  /** @throws {RangeError} when a value is nested more than 100 deep */
  put(key: string, value: unknown): void {
    this.#values.set(key, deepFreeze(value))
  }

  sync(): void {
    this.#synced = new Map(this.#values)
  }
}
