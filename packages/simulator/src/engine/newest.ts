/** A number that faults change for as long as they last: of several, the newest counts. */
export class Newest {
  readonly #stack: number[]
  /** What counts at present. */
  now: number

  constructor(usual: number) {
    this.#stack = [usual]
    this.now = usual
  }

  /** Lets another number count; returns what ends that. */
  set(value: number): () => void {
    this.#stack.push(value)
    this.now = value
    return () => {
      const place = this.#stack.lastIndexOf(value)
      if (place > 0) this.#stack.splice(place, 1)
      this.now = this.#stack.at(-1) ?? 0
    }
  }

  /** Lets 0 count from now on, whatever was usual. */
  clear(): void {
    this.#stack.splice(0, Infinity, 0)
    this.now = 0
  }
}
