import type { Clock, TimerId } from '@five-pillars/simulator'

type Host = { id: string; zone: string; version: string; healthy: boolean }
type Count = { requests: number; errors: number }
/** Of the new version and of the old one. */
type Counts = readonly [Count, Count]
type State = 'idle' | 'rolling' | 'baking' | 'rolling-back' | 'done' | 'halted'

interface Fleet {
  hosts(): Host[]
  deploy(id: string, version: string): Promise<'ok' | 'failed' | 'timeout'>
  metric(version: string): Count
  flag(name: string, on: boolean): void
}

interface Options {
  waves: number[]
  bakeMs: number
  minRequests: number
  maxErrorRatio: number
  maxUnavailable: number
  flag?: string
  compatible(a: string, b: string): boolean
}

interface Rollout {
  start(from: string, to: string): void
  abort(): void
  state(): State
}

const UNDER_WAY = new Set<State>(['rolling', 'baking', 'rolling-back'])
const LOOK_MS = 1000
const TRIES = 3

export function createRollout(fleet: Fleet, o: Options, clock: Clock): Rollout {
  let state: State = 'idle'
  let [from, to] = ['', '']
  /** The present wave and those that are still to come. */
  let waves: number[] = []
  let chosen = new Set<string>()
  let before: Counts
  let timer: TimerId = 0
  const crew = createCrew(fleet, o, clock, look)

  const renewed = (): Host[] => fleet.hosts().filter(({ version }) => version === to)

  function look(): void {
    clock.clearTimeout(timer)
    const isQuiet = crew.quietMs() >= o.bakeMs
    const isThere = state === 'rolling' || state === 'baking'
    if (isThere && isQuiet && renewed().some(({ healthy }) => !healthy)) turn()
    else if (state === 'rolling') roll()
    else if (state === 'baking' && isQuiet) judge()
    if (state === 'rolling-back' && crew.give(from, () => true)) state = 'halted'
    if (UNDER_WAY.has(state)) timer = clock.setTimeout(look, LOOK_MS)
  }

  function begin(): void {
    state = 'rolling'
    crew.rest()
    chosen = spread(fleet.hosts(), to, waves[0] ?? 0)
    roll()
  }

  function roll(): void {
    if (!crew.give(to, (id) => chosen.has(id))) return
    if (renewed().length < chosen.size) return turn()
    state = 'baking'
    before = [fleet.metric(to), fleet.metric(from)]
  }

  /** No traffic, no verdict; and after the last wave nobody is left to compare with. */
  function judge(): void {
    if (renewed().length < chosen.size) return turn()
    if (waves.length > 1) {
      const worse = worseBy(o, before, [fleet.metric(to), fleet.metric(from)])
      if (worse === null) return
      if (worse > o.maxErrorRatio) return turn()
    }
    waves = waves.slice(1)
    if (waves.length > 0) return begin()
    if (o.flag !== undefined) fleet.flag(o.flag, true)
    state = 'done'
  }

  /** The flag first; then the hosts, if they may go there. */
  function turn(): void {
    if (o.flag !== undefined) fleet.flag(o.flag, false)
    state = o.compatible(to, from) ? 'rolling-back' : 'halted'
    crew.rest()
  }

  return {
    start(a, b) {
      if (UNDER_WAY.has(state)) return
      ;[from, to] = [a, b]
      const present = renewed().length
      waves = o.waves.filter((size) => size >= present)
      if (o.compatible(from, to)) begin()
      else state = 'halted'
      look()
    },
    abort() {
      if (state === 'rolling' || state === 'baking' || state === 'done') turn()
      look()
    },
    state: () => state,
  }
}

/** Gives versions to hosts, as many at a time as may be down, three times at most. */
function createCrew(
  fleet: Fleet,
  o: Options,
  clock: Clock,
  answered: () => void,
): { give: typeof give; rest: typeof rest; quietMs(): number } {
  const busy = new Set<string>()
  const tries = new Map<string, number>()
  let quietSince = 0

  /** Another wave begins, or the way back. */
  function rest(): void {
    tries.clear()
    quietSince = clock.now()
  }

  /** Whether that is over. */
  function give(version: string, isWanted: (id: string) => boolean): boolean {
    const hosts = fleet.hosts()
    let down = hosts.filter(({ id, healthy }) => !healthy || busy.has(id)).length
    const left = hosts.filter(({ id, version: has }) => {
      return isWanted(id) && has !== version && !busy.has(id) && (tries.get(id) ?? 0) < TRIES
    })
    for (const { id, healthy } of left) {
      if (healthy && ++down > o.maxUnavailable) continue
      tries.set(id, (tries.get(id) ?? 0) + 1)
      busy.add(id)
      void deploy(id, version)
    }
    return left.length === 0 && busy.size === 0
  }

  async function deploy(id: string, version: string): Promise<void> {
    await fleet.deploy(id, version)
    busy.delete(id)
    quietSince = clock.now()
    answered()
  }

  /** How long ago the last deployment answered. */
  const quietMs = (): number => (busy.size > 0 ? -1 : clock.now() - quietSince)
  return { give, rest, quietMs }
}

/** By how much the new version is worse than the old one; null while there are too few requests. */
function worseBy(o: Options, [fresh0, old0]: Counts, [fresh1, old1]: Counts): number | null {
  const fresh = since(fresh0, fresh1)
  const old = since(old0, old1)
  if (fresh.requests < o.minRequests || old.requests < o.minRequests) return null
  return fresh.errors / fresh.requests - old.errors / old.requests
}

function since(before: Count, now: Count): Count {
  return { requests: now.requests - before.requests, errors: now.errors - before.errors }
}

/** Those who have it, and as many more, each from the zone with the fewest. */
function spread(hosts: readonly Host[], version: string, size: number): Set<string> {
  const chosen = hosts.filter((host) => host.version === version)
  const left = hosts.filter((host) => host.version !== version)
  const there = (zone: string): number => chosen.filter((host) => host.zone === zone).length
  while (chosen.length < size && left.length > 0) {
    left.sort((a, b) => there(a.zone) - there(b.zone))
    chosen.push(...left.splice(0, 1))
  }
  return new Set(chosen.map(({ id }) => id))
}

if (TRIES < 1) throw new Error('sentinel-rollout-rollout.ts: nobody would try')
