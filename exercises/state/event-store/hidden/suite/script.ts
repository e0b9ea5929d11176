import { kept } from '@five-pillars/suite'
import fc from 'fast-check'

import { storedEvent, todayOf } from './shapes.ts'
import type { State, StoredEvent, Today } from './shapes.ts'

const CALLS_MAX = 24
const BATCH_MAX = 3

/** A call of a store, and the one answer that is right. */
export type Call =
  | {
      readonly kind: 'append'
      readonly stream: string
      readonly expected: number
      readonly events: readonly StoredEvent[]
      readonly command: string
      readonly why: 'accepted' | 'conflict' | 'repeated'
      readonly wanted: { readonly version: number } | { readonly conflict: number }
    }
  | {
      readonly kind: 'read'
      readonly stream: string
      readonly from: number | undefined
      readonly wanted: readonly { readonly version: number; readonly event: Today }[]
    }
  | {
      readonly kind: 'snapshot'
      readonly stream: string
      readonly version: number
      readonly state: State
      readonly isThere: boolean
    }
  | {
      readonly kind: 'restore'
      readonly stream: string
      readonly wanted: { readonly version: number; readonly state: State }
      /** Events after the newest snapshot. */
      readonly later: number
    }

/** Names that a plain object as a map, a falsy test or a composed key gets wrong. */
const POOLS = [
  ['cart', 'orders', 'c1', 'c2', 'c3'],
  ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty'],
  ['a', 'a/a', 'a/x', 'x', ''],
  ['', '0', 'null', '', 'undefined'],
  ['10', '9', '1', '01', 'null'],
] as const

const step = fc.record({
  kind: fc.constantFrom('append', 'append', 'append', 'read', 'snapshot', 'restore', 'append'),
  stream: fc.nat(1),
  command: fc.nat(2),
  isFresh: fc.boolean(),
  off: fc.constantFrom(0, 0, 0, 0, -1, -1, 1, -2),
  batch: fc.constantFrom(1, 1, 2, BATCH_MAX, 0),
  isOld: fc.boolean(),
  back: fc.nat(5),
})

type Step = typeof step extends fc.Arbitrary<infer Made> ? Made : never

/** Calls of two streams, each read and restored at the end. */
export const scripts: fc.Arbitrary<readonly Call[]> = kept(
  fc
    .record({
      pool: fc.constantFrom(...POOLS),
      steps: fc.array(step, { minLength: 1, maxLength: CALLS_MAX, size: 'max' }),
    })
    .map(({ pool, steps }) => new Writer(pool).play(steps)),
)

/** Knows what is right, by the simplest store there is: lists of events. */
class Writer {
  readonly #pool: readonly string[]
  readonly #events = new Map<string, readonly StoredEvent[]>()
  readonly #answers = new Map<string, Map<string, number>>()
  readonly #snapshots = new Map<string, number>()
  #made = 0
  #commands = 0

  constructor(pool: readonly string[]) {
    this.#pool = pool
  }

  play(steps: readonly Step[]): readonly Call[] {
    const calls = steps.map((one) => this.#call(one))
    const streams = [this.#name(0), this.#name(1)]
    return [
      ...calls,
      ...streams.map((stream) => this.#read(stream, undefined)),
      ...streams.map((stream) => this.#restore(stream)),
    ]
  }

  #call(one: Step): Call {
    const stream = this.#name(one.stream)
    const { length } = this.#of(stream)
    if (one.kind === 'append') return this.#append(stream, one)
    if (one.kind === 'read') return this.#read(stream, one.back === 5 ? undefined : one.back - 1)
    if (one.kind === 'restore') return this.#restore(stream)
    const version =
      one.off > 0 || length === 0 ? length + one.off : length - (one.back % (length + 1))
    return this.#snapshot(stream, version)
  }

  #append(stream: string, one: Step): Call {
    const present = this.#of(stream)
    const done = this.#answers.get(stream) ?? new Map<string, number>()
    this.#answers.set(stream, done)
    const command = one.isFresh ? `new ${(this.#commands += 1)}` : this.#name(2 + one.command)
    const expected = Math.max(0, present.length + one.off)
    const made = Array.from({ length: one.batch }, () => this.#event(one.isOld))
    // Their numbers say nothing about their order.
    const events = one.back > 2 ? made.toReversed() : made
    const call = { kind: 'append', stream, expected, events, command } as const
    const before = done.get(command)
    if (before !== undefined) return { ...call, why: 'repeated', wanted: { version: before } }
    if (expected !== present.length) {
      return { ...call, why: 'conflict', wanted: { conflict: present.length } }
    }
    const version = present.length + events.length
    this.#events.set(stream, [...present, ...events])
    done.set(command, version)
    return { ...call, why: 'accepted', wanted: { version } }
  }

  #read(stream: string, from: number | undefined): Call {
    const numbered = this.#of(stream).map((event, index) => {
      return { version: index + 1, event: todayOf(event) }
    })
    const wanted = numbered.filter(({ version }) => version >= (from ?? 1))
    return { kind: 'read', stream, from, wanted }
  }

  #snapshot(stream: string, version: number): Call {
    const isThere = version >= 0 && version <= this.#of(stream).length
    const state = this.#stateAt(stream, version)
    if (isThere) {
      this.#snapshots.set(stream, Math.max(version, this.#snapshots.get(stream) ?? 0))
    }
    return { kind: 'snapshot', stream, version, state, isThere }
  }

  #restore(stream: string): Call {
    const { length } = this.#of(stream)
    const later = length - (this.#snapshots.get(stream) ?? 0)
    const wanted = { version: length, state: this.#stateAt(stream, length) }
    return { kind: 'restore', stream, wanted, later }
  }

  #stateAt(stream: string, version: number): State {
    const events = this.#of(stream).slice(0, Math.max(0, version))
    return Object.freeze(events.map((event) => todayOf(event).item))
  }

  #of(stream: string): readonly StoredEvent[] {
    return this.#events.get(stream) ?? []
  }

  #event(isOld: boolean): StoredEvent {
    return storedEvent((this.#made += 1), isOld)
  }

  #name(place: number): string {
    const name = this.#pool[place]
    if (name === undefined) throw new Error('sentinel-event-store-script.ts: no such name')
    return name
  }
}
