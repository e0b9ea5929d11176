import type * as starter from '../../src/event-store.ts'

type Entry = {
  readonly stream: string
  readonly version: number
  readonly stored: unknown
}

type Answered = { readonly stream: string; readonly command: string; readonly version: number }
type Noted<S> = { readonly stream: string; readonly version: number; readonly state: S }

/** One log for all streams, as a database has it; every answer is looked up in it. */
class LogStore<S, E> implements starter.EventStore<S, E> {
  readonly #options: starter.StoreOptions<S, E>
  #log: readonly Entry[] = []
  #answered: readonly Answered[] = []
  #noted: readonly Noted<S>[] = []

  constructor(options: starter.StoreOptions<S, E>) {
    this.#options = options
  }

  append(
    stream: string,
    expectedVersion: number,
    events: readonly unknown[],
    command: string,
  ): starter.Appended {
    const repeated = this.#answered.find((one) => one.stream === stream && one.command === command)
    if (repeated) return { version: repeated.version }
    const present = this.#of(stream).length
    if (present !== expectedVersion) return { conflict: present }
    const added = [...events].map((stored, index) => ({
      stream,
      version: present + index + 1,
      stored,
    }))
    this.#log = this.#log.concat(added)
    const version = present + added.length
    this.#answered = [...this.#answered, { stream, command, version }]
    return { version }
  }

  read(stream: string, from?: number): readonly starter.Numbered<E>[] {
    const numbered: starter.Numbered<E>[] = []
    for (const { version, stored } of this.#of(stream)) {
      if (from !== undefined && version < from) continue
      numbered.push({ version, event: this.#options.upcast(stored) })
    }
    return numbered
  }

  snapshot(stream: string, version: number, state: S): void {
    if (version < 0 || this.#of(stream).length < version) {
      throw new Error(`sentinel-event-store-one-log.ts: ${stream} has no version ${version}`)
    }
    this.#noted = [...this.#noted, { stream, version, state }]
  }

  restore(stream: string): { version: number; state: S } {
    const { init, apply, upcast } = this.#options
    const events = this.#of(stream)
    const newest = this.#noted
      .filter((one) => one.stream === stream)
      .toSorted((a, b) => b.version - a.version)[0]
    let state = newest === undefined ? init : newest.state
    for (const entry of events.slice(newest?.version ?? 0)) {
      state = apply(state, upcast(entry.stored))
    }
    return { version: events.length, state }
  }

  #of(stream: string): readonly Entry[] {
    return this.#log.filter((entry) => entry.stream === stream)
  }
}

export const createEventStore: typeof starter.createEventStore = (options) => new LogStore(options)

class Reader<S, E> implements starter.Projection<S, E> {
  readonly #apply: (state: S, event: E) => S
  #done: starter.Checkpoint<S>

  constructor(start: starter.Checkpoint<S>, apply: (state: S, event: E) => S) {
    this.#done = start
    this.#apply = apply
  }

  handle(position: number, event: E): void {
    const next = this.#done.position + 1
    if (position > next) throw new RangeError(`gap before ${position}`)
    if (position === next) {
      this.#done = { position, state: this.#apply(this.#done.state, event) }
    }
  }

  state(): S {
    return this.#done.state
  }

  position(): number {
    return this.#done.position
  }
}

export const project: typeof starter.project = (init, apply, options) =>
  new Reader(options?.checkpoint ?? { position: 0, state: init }, apply)
