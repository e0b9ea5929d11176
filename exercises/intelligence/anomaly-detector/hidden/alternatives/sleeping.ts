import type { Clock } from '@five-pillars/simulator'

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

interface Said {
  readonly score: number
  readonly anomaly: boolean
}

/** A generator for each moment of a season, which is handed samples and gives scores. */
export function createDetector({
  season,
  ...options
}: {
  window: number
  threshold: number
  minSamples: number
  season?: number
}): { readonly observe: (at: number, x: number) => Said } {
  const moments = new Map<string, Generator<number, never, number>>()
  return Object.freeze({
    observe(at: number, x: number): Said {
      const key = season === undefined ? 'always' : `${at % season} of ${season}`
      let moment = moments.get(key)
      if (moment === undefined) {
        moment = scores(options.window, options.minSamples)
        moment.next()
        moments.set(key, moment)
      }
      const score = Number.isFinite(x) ? moment.next(x).value : 0
      return Object.freeze({
        score,
        get anomaly() {
          return score > options.threshold
        },
      })
    },
  })
}

function* scores(window: number, minSamples: number): Generator<number, never, number> {
  const ring: number[] = []
  let score = 0
  for (let turn = 0; ; turn++) {
    const x = yield score
    score = ring.length < minSamples ? 0 : distance(x, ring)
    ring[turn % window] = x
  }
}

function distance(x: number, ring: readonly number[]): number {
  const center = middle(ring)
  const spread = middle(ring.map((y) => Math.abs(y - center)))
  if (x === center) return 0
  return spread === 0 ? Infinity : Math.abs((x - center) / spread) * 0.6745
}

function middle(xs: readonly number[]): number {
  const last = xs.length - 1
  return (nth(xs, Math.floor(last / 2)) + nth(xs, Math.ceil(last / 2))) / 2
}

/** The one that would be at a place, were they sorted: looks on one side of a pivot only. */
function nth(xs: readonly number[], place: number): number {
  const pivot = xs[xs.length >> 1] ?? NaN
  const below = xs.filter((x) => x < pivot)
  if (place < below.length) return nth(below, place)
  const above = xs.filter((x) => x > pivot)
  const first = xs.length - above.length
  return place < first ? pivot : nth(above, place - first)
}

/** Whatever takes time is an async function that sleeps, and looks around when it wakes up. */
// oxlint-disable-next-line max-lines-per-function -- one closure is the style of this solution
export function createAlerter(
  o: { forMs: number; clearMs: number; groupBy: (a: Alert) => string; maxPerHour: number },
  clock: Clock,
): { feed: (a: Alert) => void; onPage: (cb: (p: Page) => void) => void } {
  const open = new Set<string>()
  /** Group, then source, then a token of the time for which it has been bad. */
  const bad = new Map<string, Map<string, object>>()
  /** Group, then a token of the time for which it has been good. */
  const calm = new Map<string, object>()
  const heard: ((page: Page) => void)[] = []
  const hours: number[] = []
  let held: string[] = []
  let isHolding = false

  const sleep = (ms: number): Promise<void> =>
    new Promise((wake) => void clock.setTimeout(() => wake(), ms))

  async function endure(group: string, source: string, token: object): Promise<void> {
    await sleep(o.forMs)
    if (bad.get(group)?.get(source) !== token || open.has(group)) return
    open.add(group)
    if (isHolding || isFull()) await hold(group)
    else send('page', [group])
  }

  function isFull(): boolean {
    return hours.filter((at) => clock.now() - at < 3_600_000).length >= o.maxPerHour
  }

  async function hold(group: string): Promise<void> {
    held = [...held.filter((other) => other !== group), group]
    if (isHolding) return
    isHolding = true
    while (isFull()) {
      const [oldest = 0] = hours.slice(-o.maxPerHour)
      await sleep(oldest + 3_600_000 - clock.now())
    }
    isHolding = false
    send('summary', held.splice(0))
  }

  async function calmDown(group: string, sources: Map<string, object>): Promise<void> {
    const mine = {}
    calm.set(group, mine)
    await sleep(o.clearMs)
    if (sources.size === 0 && calm.get(group) === mine) open.delete(group)
  }

  function send(kind: Page['kind'], groups: readonly string[]): void {
    if (kind === 'summary' && groups.length === 0) {
      throw new Error('sentinel-anomaly-detector-sleeping.ts: nobody was held')
    }
    hours.push(clock.now())
    heard.forEach((cb) =>
      cb(Object.freeze({ kind, groups: Object.freeze([...groups]), at: clock.now() })),
    )
  }

  return {
    onPage: (cb) => void heard.push(cb),
    feed(alert) {
      const group = o.groupBy(alert)
      const sources = bad.get(group) ?? new Map<string, object>()
      bad.set(group, sources)
      if (alert.anomaly === sources.has(alert.source)) return
      if (alert.anomaly) {
        const token = {}
        calm.delete(group)
        sources.set(alert.source, token)
        void endure(group, alert.source, token)
      } else {
        sources.delete(alert.source)
        if (sources.size === 0) void calmDown(group, sources)
      }
    },
  }
}
