/** How far a deck is on its way from source to a folder that can be served. */
export type BuildState =
  | { kind: 'idle' }
  | { kind: 'queued' }
  | { kind: 'building'; done: number; message: string }
  | { kind: 'built' }
  | { kind: 'failed'; lines: readonly string[] }

/** Builds one deck; rejects when the build fails or the signal aborts it. */
export type BuildDeck<Id extends string> = (job: {
  deck: Id
  signal: AbortSignal
  onProgress: (progress: { done: number; message: string }) => void
}) => Promise<void>

/** A failed build keeps no more of its output than fits on a page. */
const MAX_LINES = 40

/**
 * The line in which decks wait to be built, one at a time: a build takes every core there is.
 * Invariant: a deck is in `#queue` exactly when its state is `queued`; at most one is `building`.
 */
export class Builds<Id extends string> {
  readonly #build: BuildDeck<Id>
  readonly #states = new Map<Id, BuildState>()
  readonly #listeners = new Set<() => void>()
  readonly #abort = new AbortController()
  #queue: Id[] = []
  #running: Promise<void> | undefined

  constructor(decks: readonly Id[], build: BuildDeck<Id>) {
    this.#build = build
    for (const deck of decks) this.#states.set(deck, { kind: 'idle' })
  }

  state(deck: Id): BuildState {
    const state = this.#states.get(deck)
    if (state === undefined) throw new RangeError(`deck "${deck}" is not on the hub's list`)
    return state
  }

  /** Puts decks at the end of the line, in this order; decks already under way keep their place. */
  enqueue(decks: readonly Id[]): void {
    for (const deck of decks) if (this.state(deck).kind === 'idle') this.#wait(deck, 'last')
    this.#next()
  }

  /** Somebody waits for this deck: it is built next. A failed deck is tried again. */
  hurry(deck: Id): void {
    const { kind } = this.state(deck)
    if (kind === 'building' || kind === 'built') return
    this.#wait(deck, 'first')
    this.#next()
  }

  /** Calls back after every change of any state; returns the way to stop that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Aborts with this object: whatever streams from it ends too. */
  get closing(): AbortSignal {
    return this.#abort.signal
  }

  /** Stops the build that runs and resolves when it is gone. */
  async close(): Promise<void> {
    this.#queue = []
    this.#abort.abort()
    await this.#running
  }

  #wait(deck: Id, place: 'first' | 'last'): void {
    const others = this.#queue.filter((other) => other !== deck)
    this.#queue = place === 'first' ? [deck, ...others] : [...others, deck]
    this.#set(deck, { kind: 'queued' })
  }

  #next(): void {
    if (this.#running !== undefined || this.#abort.signal.aborted) return
    const deck = this.#queue.shift()
    if (deck === undefined) return
    this.#running = this.#run(deck).finally(() => {
      this.#running = undefined
      this.#next()
    })
  }

  async #run(deck: Id): Promise<void> {
    this.#set(deck, { kind: 'building', done: 0, message: '' })
    try {
      await this.#build({
        deck,
        signal: this.#abort.signal,
        // A builder's last words may arrive after it has settled: they no longer count.
        onProgress: ({ done, message }) => {
          if (this.state(deck).kind === 'building') {
            this.#set(deck, { kind: 'building', done, message })
          }
        },
      })
      this.#set(deck, { kind: 'built' })
    } catch (error) {
      this.#set(deck, { kind: 'failed', lines: linesOf(error) })
    }
  }

  #set(deck: Id, state: BuildState): void {
    this.#states.set(deck, state)
    for (const listener of this.#listeners) listener()
  }
}

/** A build error may carry the last lines of its output; any other error is its message. */
function linesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)]
  const lines = 'lines' in error && Array.isArray(error.lines) ? error.lines.map(String) : []
  return (lines.length > 0 ? lines : error.message.split('\n')).slice(-MAX_LINES)
}
