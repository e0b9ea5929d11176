import { hashText, mix } from '../random/hash.ts'
import { HashedText } from '../random/hashed-text.ts'

/** A rolling hash over all that happens in a run: 64 bits in two lanes. */
export class RunHash {
  #high = 0x243f6a88
  #low = 0x13198a2e
  readonly #text = new HashedText()

  /** @param at microseconds @param what a whole number that tells apart what can happen */
  add(at: number, what: number): void {
    this.#high = Math.imul(this.#high ^ at, 0x01000193) ^ what
    this.#low = Math.imul(this.#low + what, 0x9e3779b1) ^ at
  }

  addText(text: string): void {
    this.add(text.length, hashText(text))
  }

  /** Adds the text of an event, a space and its data in JSON, as a rule without making it. */
  addEvent(event: string, data: unknown): void {
    const text = this.#text
    text.start(event)
    if (isPlain(data) && addFields(text, data)) this.add(text.length, text.hash())
    else this.addText(`${event} ${JSON.stringify(data)}`)
  }

  toString(): string {
    return hex(mix(this.#high)) + hex(mix(this.#low))
  }
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0')
}

/** Whether JSON of it is about its fields alone. Objects of other realms are not looked into. */
function isPlain(data: unknown): data is Readonly<Record<string, unknown>> {
  return (
    typeof data === 'object' &&
    data !== null &&
    Object.getPrototypeOf(data) === Object.prototype &&
    !('toJSON' in data)
  )
}

/** Adds ` {"index":3,"entry":"x"}`; false where there is more in it than words and numbers. */
function addFields(text: HashedText, data: Readonly<Record<string, unknown>>): boolean {
  let before = ' {'
  for (const key in data) {
    if (!Object.hasOwn(data, key)) return false
    text.add(before)
    before = ','
    const value = data[key]
    if (!text.addQuoted(key)) return false
    text.add(':')
    if (typeof value === 'number' && Number.isFinite(value)) text.add(String(value))
    else if (typeof value !== 'string' || !text.addQuoted(value)) return false
  }
  text.add(before === ',' ? '}' : ' {}')
  return true
}
