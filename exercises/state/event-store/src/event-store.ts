/** The answer to an append: the version that the stream has now, or the one it had all along. */
export type Appended = { readonly version: number } | { readonly conflict: number }

/** One event of a stream, with its place: 1, 2, 3 and so on. */
export interface Numbered<E> {
  readonly version: number
  readonly event: E
}

/** What became of a stream up to a version. */
export interface Restored<S> {
  readonly version: number
  readonly state: S
}

export interface EventStore<S, E> {
  /** Adds events to a stream that is still at the version that the writer has seen. */
  append(
    stream: string,
    expectedVersion: number,
    events: readonly unknown[],
    commandId: string,
  ): Appended
  /** The events of a stream from a version on, by default from the first, in today's shape. */
  read(stream: string, from?: number): readonly Numbered<E>[]
  /** Notes what had become of a stream at a version, so that `restore` need not begin at the first. */
  snapshot(stream: string, version: number, state: S): void
  /** What becomes of the whole stream: `init`, and `apply` for one event after the other. */
  restore(stream: string): Restored<S>
}

export interface StoreOptions<S, E> {
  /** Makes today's shape of what was stored, however old that is. */
  readonly upcast: (stored: unknown) => E
  /** What an empty stream comes to. */
  readonly init: S
  /** What one event more makes of it. It changes nothing that it was given. */
  readonly apply: (state: S, event: E) => S
}

/** A read model: what becomes of events that are delivered, perhaps more than once. */
export interface Projection<S, E> {
  handle(position: number, event: E): void
  state(): S
  position(): number
}

/** A place from which a projection goes on. */
export interface Checkpoint<S> {
  readonly position: number
  readonly state: S
}

// TODO: parts 1 and 2.
export function createEventStore<S, E>(_options: StoreOptions<S, E>): EventStore<S, E> {
  throw new Error('createEventStore is not written yet: start at part 1 in src/event-store.ts')
}

// TODO: part 3. Begins with `init`, or where the checkpoint was.
export function project<S, E>(
  _init: S,
  _apply: (state: S, event: E) => S,
  _options: { readonly checkpoint?: Checkpoint<S> } = {},
): Projection<S, E> {
  throw new Error('project is not written yet: it is part 3')
}
