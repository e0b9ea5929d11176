import type { Disk } from '../contract.ts'
import type { DiskLoss } from '../faults/fault.ts'
import { deepFreeze } from './deep-freeze.ts'

/** What `put` throws while the disk is full. */
export class DiskFull extends Error {
  override name = 'DiskFull'
}

/** What one node keeps over its lives. */
export class DiskState implements Disk {
  readonly #values = new Map<string, unknown>()
  /** What the synced value of each key was before it was written again; `absent` if there was none. */
  readonly #unsynced = new Map<string, { before: unknown; had: boolean }>()
  #lastPut: string | undefined
  readonly #freezes: boolean
  /** How many faults keep it full; nothing is written while there are any. */
  fills = 0

  constructor(freezes: boolean) {
    this.#freezes = freezes
  }

  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the contract of `Disk`
  get<T>(key: string): T | undefined
  get(key: string): unknown {
    return this.#values.get(key)
  }

  put(key: string, value: unknown): void {
    if (this.fills > 0)
      throw new DiskFull(`the disk is full: put(${JSON.stringify(key)}) wrote nothing`)
    if (!this.#unsynced.has(key)) {
      this.#unsynced.set(key, { before: this.#values.get(key), had: this.#values.has(key) })
    }
    this.#values.set(key, this.#freezes ? deepFreeze(value) : value)
    this.#lastPut = key
  }

  sync(): void {
    this.#unsynced.clear()
  }

  get unsynced(): number {
    return this.#unsynced.size
  }

  /** Takes away what a crash takes away. */
  crash(loss: DiskLoss): void {
    if (loss === 'torn') {
      const torn = this.#lastPut
      if (torn !== undefined && this.#unsynced.has(torn)) this.#values.delete(torn)
    } else {
      for (const [key, { before, had }] of this.#unsynced) {
        if (had) this.#values.set(key, before)
        else this.#values.delete(key)
      }
    }
    this.#unsynced.clear()
  }

  entries(): [string, unknown][] {
    return [...this.#values]
  }
}
