import { endOf } from '../../history/end-of.ts'
import type { Operation } from '../../history/operation.ts'

/** The entry before the first and after the last one. */
const HEAD = 0

/**
 * Calls and returns of one key in the order of time, as a doubly linked list from which operations
 * are lifted and put back in constant time (Wing & Gong 1993, section 4). An operation may come
 * next exactly if its call stands before the first return that is left. Open operations have no
 * return. Operations are numbered as in the list that was given.
 */
export class CallList {
  readonly #next: Int32Array
  readonly #previous: Int32Array
  /** The operation whose call an entry is; −1 for returns and the head. */
  readonly #caller: Int32Array
  readonly #callEntry: Int32Array
  /** `HEAD` for open operations. */
  readonly #returnEntry: Int32Array

  constructor(operations: readonly Operation[]) {
    const entries = operations.flatMap((operation, caller) => {
      const end = endOf(operation)
      const call = { at: operation.invokedAt, operation: caller, isCall: true }
      return end === Infinity ? [call] : [call, { at: end, operation: caller, isCall: false }]
    })
    // Calls come before returns of the same instant: operations that touch may be in either order.
    entries.sort((one, other) => one.at - other.at || Number(other.isCall) - Number(one.isCall))
    const length = entries.length + 1
    this.#next = Int32Array.from({ length }, (_, entry) => (entry + 1) % length)
    this.#previous = Int32Array.from({ length }, (_, entry) => (entry + length - 1) % length)
    this.#caller = new Int32Array(length).fill(-1)
    this.#callEntry = new Int32Array(operations.length)
    this.#returnEntry = new Int32Array(operations.length).fill(HEAD)
    for (const [index, { operation, isCall }] of entries.entries()) {
      const entry = index + 1
      if (isCall) {
        this.#caller[entry] = operation
        this.#callEntry[operation] = entry
      } else {
        this.#returnEntry[operation] = entry
      }
    }
  }

  first(): number {
    return this.#next[HEAD] ?? HEAD
  }

  after(entry: number): number {
    return this.#next[entry] ?? HEAD
  }

  /** The operation called at this entry, or −1 where those that may come next end. */
  callAt(entry: number): number {
    return this.#caller[entry] ?? -1
  }

  callOf(operation: number): number {
    return this.#callEntry[operation] ?? HEAD
  }

  /** The entry of the call still leads to what comes after it. */
  lift(operation: number): void {
    const returnEntry = this.#returnEntry[operation] ?? HEAD
    if (returnEntry !== HEAD) this.#unlink(returnEntry)
    this.#unlink(this.#callEntry[operation] ?? HEAD)
  }

  /** Undoes `lift`. Operations are put back in the reverse order of their lifting. */
  putBack(operation: number): void {
    this.#link(this.#callEntry[operation] ?? HEAD)
    const returnEntry = this.#returnEntry[operation] ?? HEAD
    if (returnEntry !== HEAD) this.#link(returnEntry)
  }

  #unlink(entry: number): void {
    const next = this.#next[entry] ?? HEAD
    const previous = this.#previous[entry] ?? HEAD
    this.#next[previous] = next
    this.#previous[next] = previous
  }

  #link(entry: number): void {
    this.#next[this.#previous[entry] ?? HEAD] = entry
    this.#previous[this.#next[entry] ?? HEAD] = entry
  }
}
