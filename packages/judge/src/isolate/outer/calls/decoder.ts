import { isTagged, numberIn, textIn, valueOf } from '../../../replay/coded.ts'
import type { Coded, Outcome } from '../../../replay/recorded-calls.ts'

/** Makes values of what was recorded, and remembers what stands for which number. */
export class Decoder {
  readonly #answer: (of: number, args: readonly unknown[]) => unknown
  /** Objects, functions and promises of the submission. */
  readonly #refs = new Map<number, unknown>()
  /** Objects and functions that it is given. */
  readonly #given = new Map<number, unknown>()
  readonly #promises = new Map<number, PromiseWithResolvers<unknown>>()
  readonly #names = new Map<number, string>()

  /** @param answer what a function that the submission was given says now */
  constructor(answer: (of: number, args: readonly unknown[]) => unknown) {
    this.#answer = answer
  }

  ref(number: number): unknown {
    return this.#refs.get(number)
  }

  /** What a function that the submission was given is called. */
  nameOf(number: number): string {
    return this.#names.get(number) || 'given'
  }

  /** From now on the numbers in a recorded value stand for what is there in the value of now. */
  bind(coded: Coded, value: unknown): void {
    if (typeof coded !== 'object' || coded === null) return
    if (!isTagged(coded)) {
      for (const [key, part] of Object.entries(coded)) this.bind(part, memberOf(value, key))
      return
    }
    const [kind, ...parts] = coded
    const [number] = parts
    if ((kind === 'r' || kind === 'p') && typeof number === 'number') this.#refs.set(number, value)
    if (kind !== 'a' && kind !== 's' && kind !== 'm') return
    for (const [index, part] of parts.entries()) this.bind(part, partsOf(value)[index])
  }

  value(coded: Coded): unknown {
    if (typeof coded !== 'object' || coded === null) return coded
    if (!isTagged(coded)) return this.#record(coded)
    const [kind, first, ...rest] = coded
    const parts = first === undefined ? [] : [first, ...rest]
    switch (kind) {
      case 'u':
        return undefined
      case 'n':
        return Number(textIn(first))
      case 'b':
        return BigInt(textIn(first))
      case 'y':
        return Reflect.get(Symbol, textIn(first))
      case 'd':
        return new Date(Number(this.value(first ?? null)))
      case 'a':
        return parts.map((part) => this.value(part))
      case 's':
        return new Set(parts.map((part) => this.value(part)))
      case 'm':
        return new Map(pairsOf(parts.map((part) => this.value(part))))
      case 'e':
        return Object.assign(new Error(textIn(rest[0])), { name: textIn(first) })
      case 'r':
      case 'p':
        return this.#refs.get(numberIn(first))
      case 'w':
        return this.#promise(numberIn(first))
      case 'f':
        return this.#function(numberIn(first), textIn(rest[0]))
      case 'h':
        return this.#object(numberIn(first), rest[0])
    }
  }

  /** Settles a promise that the submission was given. */
  settle(number: number, outcome: Outcome): void {
    const pending = this.#promises.get(number)
    const value = this.value(valueOf(outcome))
    if ('threw' in outcome) pending?.reject(value)
    else pending?.resolve(value)
  }

  #promise(number: number): Promise<unknown> {
    const pending = this.#promises.get(number) ?? Promise.withResolvers<unknown>()
    this.#promises.set(number, pending)
    return pending.promise
  }

  #record(coded: { readonly [key: string]: Coded }): Record<string, unknown> {
    const record: Record<string, unknown> = {}
    for (const [key, part] of Object.entries(coded)) {
      const value = this.value(part)
      Object.defineProperty(record, key, {
        value,
        enumerable: true,
        writable: true,
        configurable: true,
      })
    }
    return record
  }

  #function(number: number, name: string): unknown {
    const known = this.#given.get(number)
    if (known !== undefined) return known
    const fn = (...args: readonly unknown[]): unknown => this.#answer(number, args)
    Object.defineProperty(fn, 'name', { value: name })
    this.#given.set(number, fn)
    this.#names.set(number, name)
    return fn
  }

  #object(number: number, members: Coded | undefined): unknown {
    const known = this.#given.get(number)
    if (known !== undefined || members === undefined) return known
    const object: unknown = this.value(members)
    this.#given.set(number, object)
    return object
  }
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

function partsOf(value: unknown): unknown[] {
  if (value instanceof Map) return [...value].flat()
  return Array.isArray(value) || value instanceof Set ? [...value] : []
}

function pairsOf(parts: readonly unknown[]): [unknown, unknown][] {
  return parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1]]] : []))
}
