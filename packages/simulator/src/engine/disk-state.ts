import type { Disk } from '../contract.ts'
import type { DiskLoss } from '../faults/fault.ts'
import { deepFreeze } from './deep-freeze.ts'

/** What `put` throws while the disk is full. */
export class DiskFull extends Error {
  override name = 'DiskFull'
}

interface Cell {
  readonly key: string
  value: unknown
  /** What the synced value was before it was written again; undefined if there was none. */
  before: unknown
  hadBefore: boolean
  /** Since which sync it is written; it is synced if there was one since then. */
  syncs: number
  /** The one that was written before it since the last sync. */
  older: Cell | undefined
}

/** What one node keeps over its lives. */
export class DiskState implements Disk {
  readonly #cells = new Map<string, Cell>()
  #syncs = 0
  /** The last cell that was written first since the last sync; the others hang on it. */
  #unsynced: Cell | undefined
  #lastPut: Cell | undefined
  readonly #freezes: boolean
  /** How many faults keep it full; nothing is written while there are any. */
  fills = 0

  constructor(freezes: boolean) {
    this.#freezes = freezes
  }

  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the contract of `Disk`
  get<T>(key: string): T | undefined
  get(key: string): unknown {
    return this.#cells.get(key)?.value
  }

  put(key: string, value: unknown): void {
    if (this.fills > 0)
      throw new DiskFull(`the disk is full: put(${JSON.stringify(key)}) wrote nothing`)
    const kept = this.#freezes ? deepFreeze(value) : value
    const cell = this.#cells.get(key)
    if (cell === undefined) {
      const made = {
        key,
        value: kept,
        before: undefined,
        hadBefore: false,
        syncs: this.#syncs,
        older: this.#unsynced,
      }
      this.#cells.set(key, made)
      this.#unsynced = made
      this.#lastPut = made
      return
    }
    if (cell.syncs !== this.#syncs) {
      cell.before = cell.value
      cell.hadBefore = true
      cell.syncs = this.#syncs
      cell.older = this.#unsynced
      this.#unsynced = cell
    }
    cell.value = kept
    this.#lastPut = cell
  }

  sync(): void {
    this.#syncs++
    this.#unsynced = undefined
  }

  /** Takes away what a crash takes away. */
  crash(loss: DiskLoss): void {
    if (loss === 'torn') {
      const torn = this.#lastPut
      if (torn !== undefined && torn.syncs === this.#syncs) this.#cells.delete(torn.key)
    } else {
      for (let cell = this.#unsynced; cell !== undefined; cell = cell.older) {
        if (cell.hadBefore) cell.value = cell.before
        else this.#cells.delete(cell.key)
      }
    }
    this.sync()
  }

  entries(): [string, unknown][] {
    return Array.from(this.#cells.values(), ({ key, value }) => [key, value])
  }
}
