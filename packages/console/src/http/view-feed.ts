import type { Bell } from '../bell.ts'
import type { EventStream } from './stream.ts'

/** Five views in a second are as many as anybody can see. */
const SPACING_MS = 200
/** Time alone makes somebody stuck, and a day late. */
const TICK_MS = 10_000

/** One view, made once for all who look at it, as soon as something changed and not more often than they can see. */
export class ViewFeed {
  readonly #make: () => unknown
  readonly #streams = new Set<EventStream>()
  readonly #stop: () => void
  readonly #tick: NodeJS.Timeout
  #timer: NodeJS.Timeout | undefined
  #sentAt = -Infinity

  constructor(bell: Bell, make: () => unknown) {
    this.#make = make
    this.#stop = bell.hearRoom(() => this.#plan())
    this.#tick = setInterval(() => this.#plan(), TICK_MS).unref()
  }

  /** Sends the view of now, and each one after it; returns the way to stop that. */
  add(stream: EventStream): () => void {
    this.#streams.add(stream)
    stream.sendText(this.#json())
    return () => this.#streams.delete(stream)
  }

  close(): void {
    this.#stop()
    clearInterval(this.#tick)
    clearTimeout(this.#timer)
    for (const stream of this.#streams) stream.end()
  }

  #plan(): void {
    if (this.#streams.size === 0 || this.#timer !== undefined) return
    const wait = Math.max(0, this.#sentAt + SPACING_MS - performance.now())
    // Even the first one waits for the end of this turn: what happens together is sent together.
    this.#timer = setTimeout(() => this.#send(), wait)
  }

  #send(): void {
    this.#timer = undefined
    this.#sentAt = performance.now()
    const json = this.#json()
    for (const stream of this.#streams) stream.sendText(json)
  }

  #json(): string {
    return JSON.stringify({ kind: 'view', view: this.#make() })
  }
}
