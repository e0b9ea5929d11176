import type { Clock, TimerId } from '@five-pillars/simulator'

export interface Detector {
  observe(at: number, x: number): { score: number; anomaly: boolean }
}

/** Makes of a median deviation what a standard deviation is, where noise is normal. */
const SCALE = 0.6745
const HOUR_MS = 3_600_000

export function createDetector(o: {
  window: number
  threshold: number
  minSamples: number
  season?: number
}): Detector {
  const windows = new Map<number, number[]>()
  return {
    observe(at, x) {
      if (Number.isNaN(x)) return { score: 0, anomaly: false }
      const moment = o.season === undefined ? 0 : at % o.season
      const before = windows.get(moment) ?? []
      windows.set(moment, [...before, x].slice(-o.window))
      const score = before.length < o.minSamples ? 0 : scoreOf(x, before)
      return { score, anomaly: score > o.threshold }
    },
  }
}

function scoreOf(x: number, before: readonly number[]): number {
  const middle = median(before)
  const distance = Math.abs(x - middle)
  const usual = median(before.map((value) => Math.abs(value - middle)))
  return distance === 0 ? 0 : (SCALE * distance) / usual
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const [low = NaN, high = low] = sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1)
  return (low + high) / 2
}

export interface Alert {
  readonly source: string
  readonly service: string
  readonly anomaly: boolean
}

export interface Page {
  readonly kind: 'page' | 'summary'
  readonly at: number
  readonly groups: readonly string[]
}

export interface Alerter {
  feed(alert: Alert): void
  onPage(cb: (page: Page) => void): void
}

interface Group {
  /** The sources that are bad, each with the timer that says that it has lasted. */
  readonly bad: Map<string, TimerId>
  isOpen: boolean
  closing: TimerId | null
}

export function createAlerter(
  o: { forMs: number; clearMs: number; groupBy: (alert: Alert) => string; maxPerHour: number },
  clock: Clock,
): Alerter {
  if (o.maxPerHour < 1) throw new Error('sentinel-anomaly-detector-second-closing.ts: no pages')
  const groups = new Map<string, Group>()
  const listeners: ((page: Page) => void)[] = []
  const waiting = new Set<string>()
  /** When the last `maxPerHour` pages were sent. */
  let sent: number[] = []

  function open(name: string, group: Group): void {
    if (group.isOpen) return
    group.isOpen = true
    const waitMs = sent.length < o.maxPerHour ? 0 : (sent[0] ?? 0) + HOUR_MS - clock.now()
    if (waitMs <= 0) return tell('page', [name])
    if (waiting.size === 0) clock.setTimeout(summarize, waitMs)
    waiting.add(name)
  }

  function summarize(): void {
    const names = [...waiting]
    waiting.clear()
    tell('summary', names)
  }

  function tell(kind: Page['kind'], names: readonly string[]): void {
    const at = clock.now()
    sent = [...sent, at].slice(-o.maxPerHour)
    for (const cb of listeners) cb({ kind, at, groups: names })
  }

  return {
    feed(alert) {
      const { source, anomaly } = alert
      const name = o.groupBy(alert)
      const group = groups.get(name) ?? { bad: new Map(), isOpen: false, closing: null }
      groups.set(name, group)
      const lasting = group.bad.get(source)
      if (anomaly && lasting === undefined) {
        if (group.closing !== null) clock.clearTimeout(group.closing)
        const timer = clock.setTimeout(() => open(name, group), o.forMs)
        group.bad.set(source, timer)
      } else if (!anomaly) {
        if (lasting !== undefined) clock.clearTimeout(lasting)
        group.bad.delete(source)
        if (group.bad.size > 0 || !group.isOpen) return
        group.closing = clock.setTimeout(() => (group.isOpen = false), o.clearMs)
      }
    },
    onPage: (cb) => void listeners.push(cb),
  }
}
