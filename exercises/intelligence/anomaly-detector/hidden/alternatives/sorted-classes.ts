import type { Clock } from '@five-pillars/simulator'

import type { Alert, AlerterOptions, DetectorOptions, Page } from '../../src/anomaly-detector.ts'

/** Of a normal distribution, in median deviations. */
const SIGMA = 1.4826

/** The last samples of one moment, by their age and by their size. */
class Window {
  readonly #size: number
  readonly #byAge: number[] = []
  readonly #bySize: number[] = []

  constructor(size: number) {
    this.#size = size
  }

  get length(): number {
    return this.#byAge.length
  }

  add(x: number): void {
    this.#byAge.push(x)
    this.#bySize.splice(this.#place(x), 0, x)
    if (this.#byAge.length <= this.#size) return
    const [oldest = NaN] = this.#byAge.splice(0, 1)
    this.#bySize.splice(this.#place(oldest), 1)
  }

  /** How many are smaller: where x is, or would be. */
  #place(x: number): number {
    let [from, to] = [0, this.#bySize.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((this.#bySize[middle] ?? NaN) < x) from = middle + 1
      else to = middle
    }
    return from
  }

  score(x: number): number {
    const median = middleOf(this.#bySize)
    const off = Math.abs(x - median)
    const sigma = SIGMA * middleOf(this.#deviations(median))
    if (off === 0) return 0
    return sigma > 0 ? off / sigma : Number.POSITIVE_INFINITY
  }

  /** From the median outwards the deviations grow on both sides: merged, they are sorted. */
  #deviations(median: number): number[] {
    const sorted: number[] = []
    let [low, high] = [this.#place(median) - 1, this.#place(median)]
    while (sorted.length < this.#bySize.length) {
      const below = median - (this.#bySize[low] ?? -Infinity)
      const above = (this.#bySize[high] ?? Infinity) - median
      sorted.push(Math.min(below, above))
      if (below < above) low--
      else high++
    }
    return sorted
  }
}

function middleOf(sorted: readonly number[]): number {
  const half = sorted.length >> 1
  const upper = sorted[half] ?? NaN
  return sorted.length % 2 === 1 ? upper : upper / 2 + (sorted[half - 1] ?? NaN) / 2
}

class MedianDetector {
  readonly #options: DetectorOptions
  readonly #moments = new Map<number, Window>()

  constructor(options: DetectorOptions) {
    this.#options = options
  }

  observe(at: number, x: number): { score: number; anomaly: boolean } {
    const { season = 1, minSamples, threshold } = this.#options
    const window = this.#windowOf(at % season)
    const isSilent = window.length < minSamples || Number.isNaN(x)
    const score = isSilent ? 0 : window.score(x)
    if (!Number.isNaN(x)) window.add(x)
    return { score, anomaly: threshold < score }
  }

  #windowOf(moment: number): Window {
    const window = this.#moments.get(moment) ?? new Window(this.#options.window)
    this.#moments.set(moment, window)
    return window
  }
}

export function createDetector(options: DetectorOptions): MedianDetector {
  return new MedianDetector(options)
}

/** Timers are never cleared: each knows the turn that it belongs to, and does nothing in another. */
class Turns {
  #turn = 0

  next(clock: Clock, ms: number, act: () => void): void {
    const mine = ++this.#turn
    clock.setTimeout(() => {
      if (mine === this.#turn) act()
    }, ms)
  }

  stop(): void {
    this.#turn++
  }
}

class Group {
  readonly sources = new Map<string, { turns: Turns; isBad: boolean }>()
  readonly closing = new Turns()
  isOpen = false

  get isGood(): boolean {
    return [...this.sources.values()].every(({ isBad }) => !isBad)
  }
}

class GroupAlerter {
  readonly #options: AlerterOptions
  readonly #clock: Clock
  readonly #groups = new Map<string, Group>()
  readonly #listeners = new Array<(page: Page) => void>()
  readonly #sentAt: number[] = []
  #waiting: string[] = []

  constructor(options: AlerterOptions, clock: Clock) {
    this.#options = options
    this.#clock = clock
  }

  onPage(listener: (page: Page) => void): void {
    this.#listeners.push(listener)
  }

  feed(alert: Alert): void {
    const { groupBy, forMs, clearMs } = this.#options
    const name = groupBy(alert)
    const group = this.#groups.get(name) ?? new Group()
    this.#groups.set(name, group)
    const source = group.sources.get(alert.source) ?? { turns: new Turns(), isBad: false }
    group.sources.set(alert.source, source)
    if (source.isBad === alert.anomaly) return
    source.isBad = alert.anomaly
    source.turns.stop()
    group.closing.stop()
    if (source.isBad) source.turns.next(this.#clock, forMs, () => this.#open(name, group))
    else if (group.isGood) group.closing.next(this.#clock, clearMs, () => (group.isOpen = false))
  }

  #open(name: string, group: Group): void {
    const isNews = !group.isOpen
    group.isOpen = true
    if (isNews) this.#page(name)
  }

  #page(name: string): void {
    const restMs = this.#restMs()
    if (restMs === 0) this.#send({ kind: 'page', at: this.#clock.now(), groups: [name] })
    else if (!this.#waiting.includes(name) && this.#waiting.push(name) === 1) {
      this.#clock.setTimeout(() => this.#sumUp(), restMs)
    }
  }

  /** How long it takes until there is room. */
  #restMs(): number {
    const hourAgo = this.#clock.now() - 60 * 60 * 1000
    const recent = this.#sentAt.filter((at) => at > hourAgo)
    const { maxPerHour } = this.#options
    if (recent.length < maxPerHour) return 0
    return (recent[recent.length - maxPerHour] ?? 0) - hourAgo
  }

  #sumUp(): void {
    const groups = this.#waiting
    this.#waiting = []
    this.#send({ kind: 'summary', at: this.#clock.now(), groups })
  }

  #send(page: Page): void {
    if (page.groups.length === 0) throw new Error('sentinel-anomaly-detector-sorted-classes.ts')
    this.#sentAt.push(page.at)
    for (const listener of this.#listeners) listener(page)
  }
}

export function createAlerter(options: AlerterOptions, clock: Clock): GroupAlerter {
  return new GroupAlerter(options, clock)
}
