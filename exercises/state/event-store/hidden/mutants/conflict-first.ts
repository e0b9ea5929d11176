export type Appended = { readonly version: number } | { readonly conflict: number }

export interface Numbered<E> {
  readonly version: number
  readonly event: E
}

export interface Restored<S> {
  readonly version: number
  readonly state: S
}

export interface EventStore<S, E> {
  append(
    stream: string,
    expectedVersion: number,
    events: readonly unknown[],
    commandId: string,
  ): Appended
  read(stream: string, from?: number): readonly Numbered<E>[]
  snapshot(stream: string, version: number, state: S): void
  restore(stream: string): Restored<S>
}

export interface StoreOptions<S, E> {
  readonly upcast: (stored: unknown) => E
  readonly init: S
  readonly apply: (state: S, event: E) => S
}

export interface Projection<S, E> {
  handle(position: number, event: E): void
  state(): S
  position(): number
}

export interface Checkpoint<S> {
  readonly position: number
  readonly state: S
}

interface Stream<S> {
  readonly events: unknown[]
  /** Command → the version that it was answered with. */
  readonly done: Map<string, number>
  newest: Checkpoint<S>
}

export function createEventStore<S, E>({
  upcast,
  init,
  apply,
}: StoreOptions<S, E>): EventStore<S, E> {
  const streams = new Map<string, Stream<S>>()

  function open(name: string): Stream<S> {
    const known = streams.get(name)
    if (known !== undefined) return known
    const stream = { events: [], done: new Map(), newest: { position: 0, state: init } }
    streams.set(name, stream)
    return stream
  }

  return {
    append(name, expectedVersion, events, commandId) {
      const { events: stored, done } = open(name)
      const before = done.get(commandId)
      if (expectedVersion !== stored.length) return { conflict: stored.length }
      if (before !== undefined) return { version: before }
      stored.push(...events)
      done.set(commandId, stored.length)
      return { version: stored.length }
    },

    read(name, from = 1) {
      const first = Math.max(1, from)
      const later = open(name).events.slice(first - 1)
      return later.map((stored, index) => ({ version: first + index, event: upcast(stored) }))
    },

    snapshot(name, version, state) {
      const stream = open(name)
      if (version < 0 || version > stream.events.length) {
        throw new RangeError(
          'sentinel-event-store-conflict-first.ts: the stream has no such version',
        )
      }
      if (version >= stream.newest.position) stream.newest = { position: version, state }
    },

    restore(name) {
      const { events, newest } = open(name)
      const later = events.slice(newest.position)
      const state = later.reduce((sum: S, stored) => apply(sum, upcast(stored)), newest.state)
      return { version: events.length, state }
    },
  }
}

export function project<S, E>(
  init: S,
  apply: (state: S, event: E) => S,
  options: { readonly checkpoint?: Checkpoint<S> } = {},
): Projection<S, E> {
  let { position, state } = options.checkpoint ?? { position: 0, state: init }
  return {
    handle(at, event) {
      if (at <= position) return
      if (at > position + 1) throw new RangeError('An event between is missing')
      state = apply(state, event)
      position = at
    },
    state: () => state,
    position: () => position,
  }
}
