import type { Clock, TimerId } from '@five-pillars/simulator'

type Alert = { readonly source: string; readonly service: string; readonly anomaly: boolean }
type Page = {
  readonly kind: 'page' | 'summary'
  readonly at: number
  readonly groups: readonly string[]
}

/** Keeps everything that it was ever shown, and looks for what counts. */
export const createDetector = (o: {
  window: number
  threshold: number
  minSamples: number
  season?: number
}) => {
  let past: readonly (readonly [at: number, x: number])[] = []
  const peers = (at: number) =>
    past
      .filter(([then]) => o.season === undefined || (at - then) % o.season === 0)
      .slice(-o.window)
      .map(([, x]) => x)
  return {
    name: 'sentinel-anomaly-detector-one-alarm.ts',
    observe: (at: number, x: number) => {
      if (x !== x) return { score: 0, anomaly: false }
      const window = peers(at)
      past = past.concat([[at, x]])
      if (window.length < o.minSamples) return { score: 0, anomaly: false }
      const score = robustScore(x, window)
      return { score, anomaly: score > o.threshold }
    },
  }
}

const robustScore = (x: number, window: readonly number[]) => {
  const [center, ...others] = [middle(window), x]
  const [off = 0] = others.map((other) => Math.abs(other - center))
  const mad = middle(window.map((y) => Math.abs(y - center)))
  return mad === 0 ? off && Infinity : (0.6745 / mad) * off
}

const middle = (xs: readonly number[]) => {
  const ordered = Float64Array.from(xs).toSorted()
  const last = ordered.length - 1
  const [low = NaN, high = NaN] = [ordered[Math.floor(last / 2)], ordered[Math.ceil(last / 2)]]
  return low + (high - low) / 2
}

type Deed = () => void

/** One timer, set to what is due next of all groups; nothing else is remembered of the future. */
export const createAlerter = (
  o: { forMs: number; clearMs: number; groupBy: (a: Alert) => string; maxPerHour: number },
  clock: Clock,
) => {
  const badSince = new Map<string, Map<string, number>>()
  const openSince = new Map<string, number>()
  const goodSince = new Map<string, number>()
  const waiting: string[] = []
  const pages: Page[] = []
  const listeners = new Map<number, (page: Page) => void>()
  let alarm: TimerId | undefined

  const roomAt = () => {
    const oldest = pages.at(-o.maxPerHour)
    return oldest === undefined ? -Infinity : oldest.at + 3.6e6
  }

  const send = (kind: Page['kind'], groups: readonly string[]) => {
    const page = { kind, at: clock.now(), groups }
    pages.push(page)
    listeners.forEach((listener) => listener(page))
  }

  const open = (name: string) => {
    openSince.set(name, clock.now())
    if (roomAt() <= clock.now()) send('page', [name])
    else if (!waiting.includes(name)) waiting.push(name)
  }

  /** Everything that is due of itself, and when. */
  const dues = (): [at: number, deed: Deed][] => {
    const all: [number, Deed][] = []
    for (const [name, sources] of badSince) {
      const isOpen = openSince.has(name)
      if (!isOpen && sources.size > 0) {
        all.push([Math.min(...sources.values()) + o.forMs, () => open(name)])
      }
      if (isOpen && sources.size === 0) {
        all.push([(goodSince.get(name) ?? NaN) + o.clearMs, () => openSince.delete(name)])
      }
    }
    if (waiting.length > 0) all.push([roomAt(), () => send('summary', waiting.splice(0))])
    return all.toSorted(([a], [b]) => a - b)
  }

  const wind = () => {
    if (alarm !== undefined) clock.clearTimeout(alarm)
    alarm = undefined
    const [next] = dues()
    if (next) alarm = clock.setTimeout(ring, Math.max(0, next[0] - clock.now()))
  }

  const ring = () => {
    const [next] = dues()
    if (next && next[0] <= clock.now()) next[1]()
    wind()
  }

  return {
    feed: (alert: Alert) => {
      const name = o.groupBy(alert)
      const sources = badSince.get(name) ?? new Map<string, number>()
      badSince.set(name, sources)
      if (!alert.anomaly) {
        if (sources.delete(alert.source)) goodSince.set(name, clock.now())
      } else if (!sources.has(alert.source)) sources.set(alert.source, clock.now())
      wind()
    },
    onPage: (listener: (page: Page) => void) => {
      listeners.set(listeners.size, listener)
    },
  }
}
