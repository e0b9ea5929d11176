import type { Clock } from '@five-pillars/simulator'

type Host = { id: string; zone: string; version: string; healthy: boolean }
type State = 'idle' | 'rolling' | 'baking' | 'rolling-back' | 'done' | 'halted'
type Fleet = {
  hosts(): Host[]
  deploy(id: string, version: string): Promise<'ok' | 'failed' | 'timeout'>
  metric(version: string): { requests: number; errors: number }
  flag(name: string, on: boolean): void
}
type Options = Record<'bakeMs' | 'minRequests' | 'maxErrorRatio' | 'maxUnavailable', number> & {
  waves: number[]
  flag?: string
  compatible(a: string, b: string): boolean
}
type Rollout = { start(from: string, to: string): void; abort(): void; state(): State }

const LOOK_MS = 1000
const TRIES = 3

// oxlint-disable-next-line max-lines-per-function -- what a rollout knows stays in one closure
export function createRollout(fleet: Fleet, o: Options, clock: Clock): Rollout {
  if (o.waves.length === 0) throw new Error('sentinel-rollout-rollout.ts: there are no waves')
  const busy = new Set<string>()
  let [state, from, to]: [State, string, string] = ['idle', '', '']
  /** How often those who are to get a version may still be tried. */
  let tries = new Map<string, number>()
  let [quietSince, timer] = [0, 0]
  let newErrors: () => number, oldErrors: () => number

  const isAhead = (): boolean => state === 'rolling' || state === 'baking'
  const renewed = (): Host[] => fleet.hosts().filter(({ version }) => version === to)

  /** Goes by what hosts report: once a second, and whenever a deployment has answered. */
  function look(): void {
    clock.clearTimeout(timer)
    const isQuiet = busy.size === 0 && clock.now() - quietSince >= o.bakeMs
    if (isAhead() && isQuiet && renewed().some(({ healthy }) => !healthy)) turn()
    if (state === 'baking' && isQuiet) judge()
    if (state === 'rolling' && isGiven(to)) bake()
    if (state === 'rolling-back' && isGiven(from)) state = 'halted'
    if (isAhead() || state === 'rolling-back') timer = clock.setTimeout(look, LOOK_MS)
  }

  /** Takes those who have it, and as many more, each from the zone with the fewest. */
  function enter(next: State, size = Infinity): void {
    const [chosen, left] = [renewed(), fleet.hosts().filter(({ version }) => version !== to)]
    const inZone = ({ zone }: Host): number => chosen.filter((host) => host.zone === zone).length
    while (chosen.length < size && left.length > 0) {
      left.sort((a, b) => inZone(a) - inZone(b))
      chosen.push(...left.splice(0, 1))
    }
    ;[state, quietSince, tries] = [next, clock.now(), new Map(chosen.map(({ id }) => [id, TRIES]))]
  }

  /** The flag first; then the hosts, if they may go there. */
  function turn(): void {
    if (o.flag !== undefined) fleet.flag(o.flag, false)
    enter(o.compatible(to, from) ? 'rolling-back' : 'halted')
  }

  function bake(): void {
    if (renewed().length < tries.size) return turn()
    ;[state, newErrors, oldErrors] = ['baking', errorsFromNow(to), errorsFromNow(from)]
  }

  /** Without traffic there is no verdict; and after the last wave nobody to compare with. */
  function judge(): void {
    const next = o.waves.find((size) => size > tries.size)
    const worse = next === undefined ? 0 : newErrors() - oldErrors()
    if (renewed().length < tries.size || worse > o.maxErrorRatio) return turn()
    if (Number.isNaN(worse)) return
    if (next !== undefined) return enter('rolling', next)
    if (o.flag !== undefined) fleet.flag(o.flag, true)
    state = 'done'
  }

  /** The share of requests that fail from now on; NaN while there are too few. */
  function errorsFromNow(version: string): () => number {
    const before = fleet.metric(version)
    return () => {
      const { requests, errors } = fleet.metric(version)
      const count = requests - before.requests
      return count < o.minRequests ? NaN : (errors - before.errors) / count
    }
  }

  /** Deploys to as many of the chosen as may be down, and says whether that is over. */
  function isGiven(version: string): boolean {
    const hosts = fleet.hosts()
    let down = hosts.filter(({ healthy }) => !healthy).length
    const left = hosts.filter(({ id, version: has }) => has !== version && (tries.get(id) ?? 0) > 0)
    for (const { id, healthy } of left) {
      if (busy.has(id) || (healthy && ++down > o.maxUnavailable)) continue
      tries.set(id, (tries.get(id) ?? 0) - 1)
      busy.add(id)
      void fleet.deploy(id, version).then(() => {
        busy.delete(id)
        quietSince = clock.now()
        return look()
      })
    }
    return left.length === 0 && busy.size === 0
  }

  return {
    start(a, b) {
      if (isAhead() || state === 'rolling-back') return
      ;[from, to] = [a, b]
      const size = o.waves.find((wave) => wave >= renewed().length)
      enter(o.compatible(from, to) ? 'rolling' : 'halted', size)
      look()
    },
    abort() {
      if (isAhead() || state === 'done') turn()
      look()
    },
    state: () => state,
  }
}
