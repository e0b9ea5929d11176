import type { Coded } from '../../../replay/recorded-calls.ts'

/** A value that no text can stand for: then there is no recording. */
export class Unrecordable extends Error {
  override name = 'Unrecordable'
}

/** No smallest case hands over more. */
const VALUES_MAX = 5000

const OBJECT: unknown = Object.prototype

/** What a stand-in of the suite's realm stands for: not to be looked into; undefined for all else. */
export type StandsFor = (value: object) => object | undefined

/** Writes values of the suite's realm as text can carry them, and numbers what it cannot carry. */
export class Coder {
  readonly #standsFor: StandsFor
  /** Objects and functions of the submission, and the promises that stand for its own. */
  readonly #refs = new Map<object, number>()
  /** Objects that the submission was given. */
  readonly #hosts = new Map<object, number>()
  /** Functions that it was given: those of one class belong to each of its objects. */
  readonly #functions = new Map<object, Map<unknown, number>>()
  readonly #open = new Set<object>()
  #values = 0
  #numbered: number

  /** @param first the first number that it gives */
  constructor(standsFor: StandsFor, first = 0) {
    this.#standsFor = standsFor
    this.#numbered = first
  }

  /** The number of an object, function or promise of the submission. */
  refOf(value: object): number {
    const known = this.#refs.get(value)
    if (known !== undefined) return known
    this.#refs.set(value, this.#numbered)
    return this.#numbered++
  }

  /** The number of a function that the submission was given; undefined where it was not. */
  functionOf(fn: object, self: unknown): number | undefined {
    const owners = this.#functions.get(fn)
    if (owners === undefined) return undefined
    const [only] = owners.values()
    return owners.get(self) ?? (owners.size === 1 ? only : undefined)
  }

  /** A promise that the submission is given is settled by the suite, some time. */
  codeAnswer(value: unknown): Coded {
    return value instanceof Promise ? ['w', this.refOf(value)] : this.code(value)
  }

  code(value: unknown): Coded {
    this.#values += 1
    if (this.#values > VALUES_MAX) throw new Unrecordable('too much is handed over')
    switch (typeof value) {
      case 'undefined':
        return ['u']
      case 'number':
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : ['n', Object.is(value, -0) ? '-0' : String(value)]
      case 'bigint':
        return ['b', String(value)]
      case 'symbol':
        return codeSymbol(value)
      case 'boolean':
      case 'string':
        return value
      case 'function':
        return this.#codeFunction(value, undefined, value.name)
      case 'object':
        return value === null ? null : this.#codeObject(value)
    }
  }

  #codeFunction(fn: object, owner: unknown, name: string): Coded {
    const original = this.#standsFor(fn)
    if (original !== undefined) return ['r', this.refOf(original)]
    return ['f', this.#numberOf(fn, owner), name]
  }

  #codeObject(value: object): Coded {
    const original = this.#standsFor(value)
    if (original !== undefined) return ['r', this.refOf(original)]
    if (value instanceof Promise) return ['p', this.refOf(value)]
    if (this.#open.has(value)) throw new Unrecordable('it holds itself')
    this.#open.add(value)
    try {
      return this.#codeData(value)
    } finally {
      this.#open.delete(value)
    }
  }

  #codeData(value: object): Coded {
    if (Array.isArray(value)) {
      return ['a', ...Array.from(value, (part: unknown) => this.code(part))]
    }
    if (value instanceof Date) return ['d', this.code(value.getTime())]
    if (value instanceof Map) {
      const pairs = [...value].flat()
      return ['m', ...pairs.map((part: unknown) => this.code(part))]
    }
    if (value instanceof Set) return ['s', ...[...value].map((part: unknown) => this.code(part))]
    if (value instanceof Error) return ['e', value.name, value.message]
    const members = membersOf(value)
    const isHost = members.some(([, member]) => typeof member === 'function')
    if (!isHost && Object.getPrototypeOf(value) === OBJECT) {
      return Object.fromEntries(members.map(([key, member]) => [key, this.code(member)]))
    }
    return this.#codeHost(value, members)
  }

  #codeHost(value: object, members: readonly (readonly [string, unknown])[]): Coded {
    const known = this.#hosts.get(value)
    if (known !== undefined) return ['h', known]
    const number = this.#numbered++
    this.#hosts.set(value, number)
    const coded = members.map(([key, member]) => [
      key,
      typeof member === 'function' ? this.#codeFunction(member, value, key) : this.code(member),
    ])
    return ['h', number, Object.fromEntries(coded)]
  }

  #numberOf(fn: object, owner: unknown): number {
    const owners = this.#functions.get(fn) ?? new Map<unknown, number>()
    this.#functions.set(fn, owners)
    const number = owners.get(owner) ?? this.#numbered++
    owners.set(owner, number)
    return number
  }
}

/** What can be read of an object by name, whether it has it itself or from its class. */
function membersOf(value: object): (readonly [string, unknown])[] {
  const names = new Set<string>()
  for (
    let at: unknown = value;
    typeof at === 'object' && at !== null && at !== OBJECT;
    at = Object.getPrototypeOf(at)
  ) {
    for (const name of Object.getOwnPropertyNames(at)) names.add(name)
  }
  names.delete('constructor')
  return [...names].map((name) => [name, Reflect.get(value, name)] as const)
}

/** Symbols of the language alone are the same elsewhere. */
function codeSymbol(symbol: symbol): Coded {
  const name = symbol.description?.replace(/^Symbol\./, '') ?? ''
  if (Reflect.get(Symbol, name) !== symbol) throw new Unrecordable('a symbol')
  return ['y', name]
}
