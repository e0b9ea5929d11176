import type { Clock } from '@five-pillars/simulator'

import type { Alert, AlerterOptions, DetectorOptions, Page } from '../../src/anomaly-detector.ts'

/** A map that never lacks anything. */
class Always<Key, Value> extends Map<Key, Value> {
  readonly #make: () => Value

  constructor(make: () => Value) {
    super()
    this.#make = make
  }

  override get(key: Key): Value {
    const value = super.get(key) ?? this.#make()
    this.set(key, value)
    return value
  }
}

/** What is said of a sample is worked out when somebody asks. */
class Answer {
  readonly #threshold: number
  readonly #score: () => number

  constructor(threshold: number, score: () => number) {
    this.#threshold = threshold
    this.#score = score
  }

  get score(): number {
    return this.#score()
  }

  get anomaly(): boolean {
    return this.score > this.#threshold
  }
}

export function createDetector(o: DetectorOptions) {
  const moments = new Always<number | null, readonly number[]>(() => [])
  return {
    get observe() {
      return (at: number, x: number): Answer => {
        const moment = o.season === undefined ? null : at % o.season
        const before = moments.get(moment)
        if (Number.isNaN(x)) return new Answer(o.threshold, () => 0)
        moments.set(moment, before.concat(x).slice(-o.window))
        const isSilent = before.length < o.minSamples
        return new Answer(o.threshold, () => (isSilent ? 0 : oddness(x, before)))
      }
    },
  }
}

function oddness(x: number, before: readonly number[]): number {
  const center = halfWay(before)
  const sigma = halfWay(before.map((y) => (y > center ? y - center : center - y))) / 0.6745
  return x === center ? 0 : Math.abs(x - center) / sigma
}

/** Drops the lowest and the highest until one or two are left. */
function halfWay(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => (a < b ? -1 : Number(a > b)))
  const drop = Math.ceil(sorted.length / 2) - 1
  const left = sorted.slice(drop, sorted.length - drop)
  if (left.length === 0) throw new Error('sentinel-anomaly-detector-mailbox.ts: nothing is left')
  return left.reduce((sum, value) => sum + value / left.length, 0)
}

interface Source {
  isBad: boolean
  since: number
}

/** Alerts lie in a mailbox until the next turn. Timers are never cleared: each looks what is so. */
export function createAlerter(o: AlerterOptions, clock: Clock) {
  const groups = new Always(() => new Always((): Source => ({ isBad: false, since: -Infinity })))
  const open = new Set<string>()
  const held = new Set<string>()
  const newestFirst: number[] = []
  const listeners: ((page: Page) => void)[] = []

  function roomMs(): number {
    const oldest = newestFirst[o.maxPerHour - 1] ?? -Infinity
    return Math.max(0, oldest + 3_600_000 - clock.now())
  }

  function tell(kind: Page['kind'], names: readonly string[]): void {
    newestFirst.unshift(clock.now())
    for (const listener of listeners) listener({ kind, groups: names, at: clock.now() })
  }

  async function receive(alert: Alert): Promise<void> {
    await Promise.resolve()
    const name = o.groupBy(alert)
    const source = groups.get(name).get(alert.source)
    if (source.isBad === alert.anomaly) return
    source.isBad = alert.anomaly
    source.since = clock.now()
    clock.setTimeout(() => look(name), source.isBad ? o.forMs : o.clearMs)
  }

  function look(name: string): void {
    const sources = [...groups.get(name).values()]
    const lasts = ({ since }: Source, ms: number): boolean => clock.now() - since >= ms
    const isIll = sources.some((one) => one.isBad && lasts(one, o.forMs))
    const isWell = sources.every((one) => !one.isBad && lasts(one, o.clearMs))
    if (isWell) open.delete(name)
    if (!isIll || open.has(name)) return
    open.add(name)
    if (roomMs() === 0) {
      tell('page', [name])
      return
    }
    if (held.size === 0) clock.setTimeout(sumUp, roomMs())
    held.add(name)
  }

  function sumUp(): void {
    const names = [...held]
    held.clear()
    tell('summary', names)
  }

  return {
    feed: (alert: Alert): void => void receive(alert),
    onPage: (listener: (page: Page) => void): void => void listeners.push(listener),
  }
}
