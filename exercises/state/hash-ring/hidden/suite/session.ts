import {
  BrokenPromise,
  SubjectThrew,
  callLines,
  counted,
  listed,
  thrownText,
} from '@five-pillars/suite'

import type { HashRing, HashRingOptions } from '../../src/hash-ring.ts'
import { callOf, kindOf, shown } from './shown.ts'

/** What a submission exports. */
export interface Subject {
  createHashRing: (options: HashRingOptions) => HashRing
}

/** More than any honest ring needs: a search for a free place that never ends is ended here. */
const HASHES_MAX = 1_000_000

/** A call of the story: it is put into words only where the story is told. */
interface Call {
  readonly name: keyof HashRing
  readonly about: string
  readonly n: number | undefined
}

/** A conversation with one ring, which is believed nothing: it keeps the members by itself. */
export class Session {
  readonly members = new Set<string>()
  readonly #ring: object
  readonly #calls: Call[] = []
  #hashes = 0
  #hashesBefore = 0

  constructor({ createHashRing }: Subject, { vnodes, hash }: HashRingOptions) {
    const countedHash = (text: string): number => {
      if (++this.#hashes > HASHES_MAX) throw new Error('this ring asked for a million hashes')
      return hash(text)
    }
    const ring: unknown = this.#guarded(
      () => 'createHashRing',
      () => createHashRing({ vnodes, hash: countedHash }),
    )
    if (typeof ring !== 'object' || ring === null) {
      throw new BrokenPromise(`createHashRing gave ${kindOf(ring)}, not a ring.`)
    }
    this.#ring = ring
  }

  add(node: string): void {
    this.#tell('add', node)
    this.#call('add', node)
    this.members.add(node)
  }

  remove(node: string): void {
    this.#tell('remove', node)
    this.#call('remove', node)
    this.members.delete(node)
  }

  /** The owner, which is a member; null where there is none. */
  owner(key: string): string | null {
    const got = this.#call('owner', key)
    if (got === null && this.members.size === 0) return null
    if (typeof got === 'string' && this.members.has(got)) return got
    return this.broken(`${callOf('owner', key)} gave ${kindOf(got)}. ${this.#truth()}`)
  }

  /** Asks for the owner, or for n replicas, as a call of the story: it may be remembered too long. */
  ask(key: string, n?: number): unknown {
    const name = n === undefined ? 'owner' : 'replicas'
    this.#tell(name, key, n)
    return this.#call(name, key, n)
  }

  /** The nodes that were given, whoever they are; at most as many as were asked for. */
  replicas(key: string, n: number): string[] {
    if (!Number.isInteger(n)) throw new Error('sentinel-hash-ring-session.ts: n is a whole number')
    const got = this.#call('replicas', key, n)
    const call = (): string => callOf('replicas', key, n)
    if (!Array.isArray(got)) return this.broken(`${call()} gave ${kindOf(got)}, not an array.`)
    const length = this.#guarded(call, () => got.length)
    if (length > Math.max(n, 0)) this.broken(`${call()} gave ${counted(length, 'node')}.`)
    return Array.from({ length }, (_, index) => {
      const node: unknown = this.#guarded(call, () => got[index])
      if (typeof node === 'string' && this.members.has(node)) return node
      return this.broken(`${call()} gave a list with ${kindOf(node)}. ${this.#truth()}`)
    })
  }

  /** How often the last call asked for a hash. */
  get hashes(): number {
    return this.#hashes - this.#hashesBefore
  }

  get story(): string {
    const calls = this.#calls.map((call) => wordsOf(call))
    return calls.length === 0 ? '  nothing was called before' : callLines(calls)
  }

  broken(sentence: string): never {
    throw new BrokenPromise(`${sentence}\n${this.story}`)
  }

  #truth(): string {
    if (this.members.size === 0) return 'There are no members.'
    return `Members: ${listed([...this.members].map((node) => shown(node)))}.`
  }

  #call(name: keyof HashRing, ...values: unknown[]): unknown {
    this.#hashesBefore = this.#hashes
    return this.#guarded(
      () => name,
      () => {
        const method: unknown = Reflect.get(this.#ring, name)
        if (typeof method === 'function') return Reflect.apply(method, this.#ring, values)
        return this.broken(`The ring has no method "${name}".`)
      },
    )
  }

  #guarded<T>(what: () => string, act: () => T): T {
    try {
      return act()
    } catch (error) {
      if (error instanceof BrokenPromise) throw error
      throw new SubjectThrew(`${what()} threw ${thrownText(error)}\n${this.story}`, {
        cause: error,
      })
    }
  }

  #tell(name: keyof HashRing, about: string, n?: number): void {
    this.#calls.push({ name, about, n })
  }
}

function wordsOf({ name, about, n }: Call): string {
  return name === 'add' || name === 'remove' ? `${name} ${shown(about)}` : callOf(name, about, n)
}
