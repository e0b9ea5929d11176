import { hashText, mix } from '../random/hash.ts'

/** A rolling hash over all that happens in a run: 64 bits in two lanes. */
export class RunHash {
  #high = 0x243f6a88
  #low = 0x13198a2e

  /** @param at microseconds @param what a whole number that tells apart what can happen */
  add(at: number, what: number): void {
    this.#high = Math.imul(this.#high ^ at, 0x01000193) ^ what
    this.#low = Math.imul(this.#low + what, 0x9e3779b1) ^ at
  }

  addText(text: string): void {
    this.add(text.length, hashText(text))
  }

  toString(): string {
    return hex(mix(this.#high)) + hex(mix(this.#low))
  }
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0')
}
