import type { Placed } from './placed.ts'

const FIRST_SLOTS = 1024
const FIRST_INTS = 8192
/** Hash, length, state and index of the first word come before the words. */
const HEADER = 4

/**
 * The configurations that the search has been in: a set of operations placed and the state they
 * lead to. What follows depends on nothing else, so none need be entered twice (Lowe, Testing for
 * Linearizability, Concurrency and Computation 29(4), 2017). A hash table with linear probing over
 * records in one growing array, since objects or texts would take ten times the room.
 */
export class Seen {
  #records = new Int32Array(FIRST_INTS)
  #end = 0
  /** Where a record begins, plus 1; 0 for a free slot. */
  #slots = new Int32Array(FIRST_SLOTS)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** False if it was there before. */
  add(placed: Placed, state: number): boolean {
    const length = this.#write(placed, state)
    const hash = this.#records[this.#end] ?? 0
    const mask = this.#slots.length - 1
    let slot = hash & mask
    for (;;) {
      const record = this.#slots[slot] ?? 0
      if (record === 0) break
      if (this.#isSame(record - 1, length)) return false
      slot = (slot + 1) & mask
    }
    this.#slots[slot] = this.#end + 1
    this.#end += length
    this.#size += 1
    if (this.#size * 2 > this.#slots.length) this.#widen()
    return true
  }

  /** Writes a record behind the last one, where it stays if it turns out to be new. */
  #write({ words, answeredWords }: Placed, state: number): number {
    if (this.#end + words.length + HEADER > this.#records.length) {
      const wider = new Int32Array(this.#records.length * 2 + words.length)
      wider.set(this.#records)
      this.#records = wider
    }
    let low = 0
    while (low < answeredWords && words[low] === -1) low += 1
    let high = answeredWords
    while (high > low && words[high - 1] === 0) high -= 1
    let hash = mix(mix(0, state), low)
    let end = this.#end + HEADER
    for (let index = low; index < words.length; index += 1) {
      if (index === high) index = answeredWords
      const word = words[index]
      if (word === undefined) break
      this.#records[end] = word
      hash = mix(hash, word)
      end += 1
    }
    const length = end - this.#end
    this.#records[this.#end] = scramble(hash)
    this.#records[this.#end + 1] = length
    this.#records[this.#end + 2] = state
    this.#records[this.#end + 3] = low
    return length
  }

  #isSame(record: number, length: number): boolean {
    for (let index = 0; index < length; index += 1) {
      if (this.#records[record + index] !== this.#records[this.#end + index]) return false
    }
    return true
  }

  #widen(): void {
    const slots = new Int32Array(this.#slots.length * 2)
    const mask = slots.length - 1
    let record = 0
    while (record < this.#end) {
      let slot = (this.#records[record] ?? 0) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = record + 1
      record += this.#records[record + 1] ?? 0
    }
    this.#slots = slots
  }
}

/** One round of MurmurHash3 (Appleby, public domain). */
function mix(hash: number, word: number): number {
  const scrambled = Math.imul(word, 0xcc9e2d51)
  const rotated = hash ^ Math.imul((scrambled << 15) | (scrambled >>> 17), 0x1b873593)
  return (Math.imul((rotated << 13) | (rotated >>> 19), 5) + 0xe6546b64) | 0
}

/** Its last step, which spreads each bit over the whole hash. */
function scramble(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return twice ^ (twice >>> 16)
}
