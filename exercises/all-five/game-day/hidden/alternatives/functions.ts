import type { Clock, TimerId } from '@five-pillars/simulator'

import type { Tuning } from '../../src/game-day.ts'

/** Plain functions over plain records, and other values that hold as well. */
export const tuning: Tuning = Object.freeze({
  readQuorum: 2,
  writeQuorum: 2,
  virtualNodes: 400,
  panicShare: 0.35,
  minWorkers: 3,
  maxWorkers: 15,
})

function drop<T>(from: T[], what: T): void {
  const place = from.indexOf(what)
  if (place >= 0) from.splice(place, 1)
}

/** Of equals the first in an order that is shuffled each time. */
function createLeastConnections(rng: { shuffle<T>(xs: readonly T[]): T[] }) {
  const ids: string[] = []
  const ill: string[] = []
  /** One entry for each open lease; `null` once its backend has left. */
  const open: { id: string | null }[] = []
  const inFlight = (id: string): number => open.filter((lease) => lease.id === id).length
  return Object.freeze({
    add: ({ id }: { id: string }) => void (ids.includes(id) || ids.push(id)),
    remove(id: string) {
      drop(ids, id)
      drop(ill, id)
      for (const lease of open) if (lease.id === id) lease.id = null
    },
    setHealthy(id: string, healthy: boolean) {
      drop(ill, id)
      if (!healthy && ids.includes(id)) ill.push(id)
    },
    acquire() {
      const loads = rng
        .shuffle(ids.filter((id) => !ill.includes(id)))
        .map((id) => ({ id, load: inFlight(id) }))
      const [first] = loads.toSorted((a, b) => a.load - b.load)
      if (first === undefined) return null
      const lease = { id: first.id }
      open.push(lease)
      return Object.freeze({ backend: first.id, release: () => drop(open, lease) })
    },
    inFlight,
  })
}

type Point = readonly [place: number, shard: string]

/** A key belongs to the last point before it: the ring is walked against the clock. */
function createHashRing(options: { vnodes: number; hash: (text: string) => number }) {
  const { vnodes, hash } = options
  let points: Point[] = []
  const remove = (shard: string): void => {
    points = points.filter((point) => point[1] !== shard)
  }
  const owner = (key: string): string | null => {
    const place = hash(key)
    return (points.findLast((point) => point[0] <= place) ?? points.at(-1))?.[1] ?? null
  }
  const replicas = (key: string, n: number): string[] => {
    const place = hash(key)
    const before = points.filter((point) => point[0] <= place)
    const downwards = [...points.slice(before.length), ...before].toReversed()
    return [...new Set(downwards.map((point) => point[1]))].slice(0, Math.max(0, n))
  }
  return {
    add(shard: string) {
      remove(shard)
      const own = Array.from({ length: vnodes }, (_, nth): Point => [
        hash(`${shard}/${nth}`),
        shard,
      ])
      points = [...points, ...own].toSorted((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1))
    },
    remove,
    owner,
    replicas,
  }
}

/** Counts the words anew at each offer. */
function createCollector(members: ReadonlySet<string>, need: number) {
  let words: readonly (readonly [from: string, ok: boolean])[] = []
  return {
    offer(from: string, ok: boolean) {
      const isNew = members.has(from) && !words.some(([who]) => who === from)
      if (isNew) words = [...words, [from, ok]]
      const yes = words.filter(([, word]) => word).length
      if (yes >= need) return 'reached'
      const mayStillSayYes = members.size - words.length
      return yes + mayStillSayYes < need ? 'impossible' : 'pending'
    },
  }
}

function newest<T>(replies: readonly { id: string; ts: number; value: T }[], r: number) {
  let best: { id: string; ts: number; value: T } | null = null
  for (const reply of replies) {
    const isLater = best === null || reply.ts > best.ts
    if (isLater || (reply.ts === best?.ts && reply.id > best.id)) best = reply
  }
  if (best === null || replies.length < r) return null
  const { value, ts } = best
  return { value, ts, stale: replies.filter((reply) => reply.ts < ts).map(({ id }) => id) }
}

type Status = 'unknown' | 'up' | 'down'
type Listener = (id: string, status: Status, at: number) => void

interface Target {
  status: Status
  results: boolean[]
  end: () => void
}

/** Remembers the last results of each target, and nothing else. */
// oxlint-disable-next-line max-lines-per-function -- one closure is the style of this solution
function createHealthChecker(
  o: { intervalMs: number; timeoutMs: number; rise: number; fall: number },
  clock: Clock,
  probe: (id: string) => Promise<boolean>,
) {
  const targets = new Map<string, Target>()
  const listeners: Listener[] = []
  let running = false
  let places = 0

  const conclude = (id: string, target: Target, result: boolean): void => {
    target.results = [...target.results, result].slice(-Math.max(o.rise, o.fall))
    const { results } = target
    const good = results.length >= o.rise && results.slice(-o.rise).every((one) => one)
    const bad = results.length >= o.fall && results.slice(-o.fall).every((one) => !one)
    const status = good ? 'up' : bad ? 'down' : target.status
    if (status === target.status) return
    target.status = status
    for (const listener of listeners) listener(id, status, clock.now())
  }

  const begin = (id: string, target: Target): void => {
    const timers = new Set<TimerId>()
    const later = (act: () => void, ms: number): TimerId => {
      const timer = clock.setTimeout(() => {
        timers.delete(timer)
        act()
      }, ms)
      timers.add(timer)
      return timer
    }
    const turn = (): void => {
      later(turn, o.intervalMs)
      const timeout = later(() => conclude(id, target, false), o.timeoutMs)
      const answer = (result: boolean): void => {
        clock.clearTimeout(timeout)
        if (timers.delete(timeout)) conclude(id, target, result)
      }
      probe(id).then(answer, () => answer(false))
    }
    later(turn, ((places++ % 8) * o.intervalMs) / 8)
    target.end = () => {
      for (const timer of timers) clock.clearTimeout(timer)
      timers.clear()
    }
  }

  return {
    name: 'sentinel-game-day-functions.ts',
    add(id: string) {
      if (targets.has(id)) return
      const target: Target = { status: 'unknown', results: [], end: () => {} }
      targets.set(id, target)
      if (running) begin(id, target)
    },
    remove(id: string) {
      targets.get(id)?.end()
      targets.delete(id)
    },
    start() {
      if (!running) for (const [id, target] of targets) begin(id, target)
      running = true
    },
    stop() {
      running = false
      for (const target of targets.values()) target.end()
    },
    status: (id: string): Status => targets.get(id)?.status ?? 'unknown',
    onChange(listener: Listener) {
      listeners.push(listener)
      return () => {
        const place = listeners.indexOf(listener)
        if (place >= 0) listeners.splice(place, 1)
      }
    },
  }
}

interface Options {
  target: number
  min: number
  max: number
  tolerance: number
  stabilizationDownMs: number
}

interface Sample {
  at: number
  ready: number
  starting: number
  utilization: number | null
}

/** All that is remembered: recommendations as pairs of time and replicas, oldest first. */
type State = readonly (readonly [at: number, replicas: number])[]

function step(state: State, sample: Sample, options: Options): readonly [State, number] {
  const present = sample.ready + sample.starting
  const { utilization } = sample
  if (utilization === null || Number.isNaN(utilization) || sample.ready < 1) return [state, present]
  const off = utilization / options.target - 1
  const isClose = Math.abs(off) <= options.tolerance
  const wish = isClose ? present : Math.ceil((sample.ready * utilization) / options.target)
  const kept = state.filter(([at]) => at >= sample.at - options.stabilizationDownMs)
  const next: State = [...kept, [sample.at, wish]]
  const highest = next.reduce((most, [, each]) => Math.max(most, each), wish)
  return [next, wish > present ? wish : Math.min(present, highest)]
}

function createAutoscaler(options: Options) {
  let state: State = []
  return {
    decide(sample: Sample) {
      const [next, decision] = step(state, sample, options)
      state = next
      return Math.max(options.min, Math.min(options.max, decision))
    },
  }
}

/** A getter makes each part when it is asked for. */
export const parts = {
  get loadBalancer() {
    return { createLeastConnections }
  },
  get hashRing() {
    return { createHashRing }
  },
  get quorum() {
    return { createCollector, newest }
  },
  get healthChecker() {
    return { createHealthChecker }
  },
  get autoscaler() {
    return { createAutoscaler }
  },
}
