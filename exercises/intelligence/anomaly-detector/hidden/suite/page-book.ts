/** A page that the brief asks for. */
export interface Due {
  readonly at: number
  readonly kind: 'page' | 'summary'
  readonly groups: readonly string[]
}

export interface Limits {
  readonly forMs: number
  readonly clearMs: number
  readonly maxPerHour: number
}

export const HOUR_MS = 3_600_000

/** A group as the brief has it. */
interface Group {
  /** Since when each of its sources that is bad is so. */
  readonly badSince: Map<string, number>
  /** Since when no source has been bad. */
  goodSince: number
  isOpen: boolean
  /** When it was opened, each time. */
  readonly opened: number[]
}

/** What happens next of itself. */
type Event =
  | { readonly at: number; readonly kind: 'lasted'; readonly name: string }
  | { readonly at: number; readonly kind: 'cleared'; readonly name: string }
  | { readonly at: number; readonly kind: 'room' }

/** The brief, event by event: looks for what is due next whenever time goes on, and sets no timers. */
export class PageBook {
  readonly #limits: Limits
  readonly #groups = new Map<string, Group>()
  readonly #sent: number[] = []
  readonly waiting = new Set<string>()

  constructor(limits: Limits) {
    if (limits.maxPerHour < 1) throw new Error('sentinel-anomaly-detector-page-book.ts: no pages')
    this.#limits = limits
  }

  feed(name: string, source: string, isBad: boolean, at: number): void {
    const group = this.#groupOf(name)
    if (isBad && !group.badSince.has(source)) group.badSince.set(source, at)
    if (!isBad && group.badSince.delete(source) && group.badSince.size === 0) group.goodSince = at
  }

  /** All that is due up to a time. */
  advance(to: number): Due[] {
    const due: Due[] = []
    for (;;) {
      const [next] = this.#events().toSorted((a, b) => a.at - b.at)
      if (next === undefined || next.at > to) return due
      const page = this.#happen(next)
      if (page === null) continue
      this.#sent.push(page.at)
      due.push(page)
    }
  }

  isOpen(name: string): boolean {
    return this.#groups.get(name)?.isOpen ?? false
  }

  isKnown(name: string): boolean {
    return this.#groups.has(name)
  }

  /** When it was opened, each time. */
  opened(name: string): readonly number[] {
    return this.#groups.get(name)?.opened ?? []
  }

  /** Since when its sources are bad, the longest first. */
  badSince(name: string): readonly number[] {
    return [...(this.#groups.get(name)?.badSince.values() ?? [])].toSorted((a, b) => a - b)
  }

  #groupOf(name: string): Group {
    const group = this.#groups.get(name) ?? {
      badSince: new Map<string, number>(),
      goodSince: -Infinity,
      isOpen: false,
      opened: [],
    }
    this.#groups.set(name, group)
    return group
  }

  #events(): Event[] {
    const { forMs, clearMs, maxPerHour } = this.#limits
    const events: Event[] = []
    for (const [name, { isOpen, badSince, goodSince }] of this.#groups) {
      const since = Math.min(...badSince.values())
      if (!isOpen && badSince.size > 0) events.push({ at: since + forMs, kind: 'lasted', name })
      if (isOpen && badSince.size === 0) {
        events.push({ at: goodSince + clearMs, kind: 'cleared', name })
      }
    }
    const oldest = this.#sent.at(-maxPerHour) ?? -Infinity
    if (this.waiting.size > 0) events.push({ at: oldest + HOUR_MS, kind: 'room' })
    return events
  }

  #happen(event: Event): Due | null {
    const { at } = event
    switch (event.kind) {
      case 'room': {
        const groups = [...this.waiting]
        this.waiting.clear()
        return { at, kind: 'summary', groups }
      }
      case 'cleared':
        this.#groupOf(event.name).isOpen = false
        return null
      case 'lasted': {
        const group = this.#groupOf(event.name)
        group.isOpen = true
        group.opened.push(at)
        const oldest = this.#sent.at(-this.#limits.maxPerHour) ?? -Infinity
        if (oldest + HOUR_MS <= at) return { at, kind: 'page', groups: [event.name] }
        this.waiting.add(event.name)
        return null
      }
    }
  }
}
