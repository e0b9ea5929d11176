import { FNV_OFFSET, FNV_PRIME, mix } from './hash.ts'

/** The hash of a text that comes in parts: what `hashText` says of all of them in one. */
export class HashedText {
  #hash = FNV_OFFSET
  length = 0

  start(part: string): void {
    this.#hash = FNV_OFFSET
    this.length = 0
    this.add(part)
  }

  add(part: string): void {
    let hash = this.#hash
    for (let index = 0; index < part.length; index++) {
      hash = Math.imul(hash ^ part.charCodeAt(index), FNV_PRIME)
    }
    this.#hash = hash
    this.length += part.length
  }

  /** Adds a text as JSON writes it; false, with no more to be done, where that has escapes. */
  addQuoted(part: string): boolean {
    let hash = Math.imul(this.#hash ^ QUOTE, FNV_PRIME)
    for (let index = 0; index < part.length; index++) {
      const unit = part.charCodeAt(index)
      if (unit < SPACE || unit === QUOTE || unit === BACKSLASH || isSurrogate(unit)) return false
      hash = Math.imul(hash ^ unit, FNV_PRIME)
    }
    this.#hash = Math.imul(hash ^ QUOTE, FNV_PRIME)
    this.length += part.length + 2
    return true
  }

  hash(): number {
    return mix(this.#hash ^ this.length)
  }
}

const SPACE = 0x20
const QUOTE = 0x22
const BACKSLASH = 0x5c

/** JSON writes half a pair as an escape; whole pairs are rare enough to be treated like that. */
function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff
}
