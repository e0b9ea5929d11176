import { endOf } from '../../history/end-of.ts'
import type { Operation } from '../../history/operation.ts'

const WORD_BITS = 32

/**
 * The set of operations placed so far, one bit each. Those with an answer come first, in the order
 * of the list, which is that of their calls: the words before `low` are then mostly full and those
 * behind mostly empty, and neither need be stored. The open ones follow in words of their own.
 */
export class Placed {
  readonly words: Int32Array
  /** How many of the words belong to operations with an answer. */
  readonly answeredWords: number
  readonly #bits: Int32Array

  constructor(operations: readonly Operation[]) {
    const answered = operations.filter((operation) => endOf(operation) !== Infinity).length
    this.answeredWords = Math.ceil(answered / WORD_BITS)
    const openWords = Math.ceil((operations.length - answered) / WORD_BITS)
    this.words = new Int32Array(this.answeredWords + openWords)
    let nextAnswered = 0
    let nextOpen = this.answeredWords * WORD_BITS
    this.#bits = Int32Array.from(operations, (operation) =>
      endOf(operation) === Infinity ? nextOpen++ : nextAnswered++,
    )
  }

  has(operation: number): boolean {
    const bit = this.#bits[operation] ?? 0
    return (((this.words[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1
  }

  /** Puts an operation in if it is out, and out if it is in. */
  flip(operation: number): void {
    const bit = this.#bits[operation] ?? 0
    this.words[bit >>> 5] = (this.words[bit >>> 5] ?? 0) ^ (1 << (bit & 31))
  }
}
