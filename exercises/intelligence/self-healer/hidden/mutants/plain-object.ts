import type { Clock } from '@five-pillars/simulator'

import type { Action, Actual, Healer, HealerOptions, Item } from '../../src/self-healer.ts'
import type { Observation, Spec, World } from '../../src/self-healer.ts'

const LOOK_MS = 1000
const HOUR_MS = 3_600_000
const DOUBLED_MAX = 5

export function createHealer(world: World, o: HealerOptions, clock: Clock): Healer {
  const limits = createLimits(o, clock)
  let why: string | null = null
  /** Life is odd while it runs: whoever began to look in another life has nothing to say. */
  let [life, timer, answeredAt] = [0, 0, -Infinity]
  let begun: number[] = []

  async function look(mine: number): Promise<void> {
    const seen = await world.observe().catch(() => null)
    if (mine !== life) return
    if (seen !== null && why === null && seen.observedAt >= answeredAt) act(seen)
    timer = clock.setTimeout(() => void look(mine), LOOK_MS)
  }

  /** Compares what is with what is wanted, whatever has happened since the last time. */
  function act({ actual, generation }: Observation): void {
    const spec = world.desired()
    const wanted = needed(spec, actual)
    limits.forgive(wanted)
    const healthy = actual.filter(isHealthy).length
    const isTooMuch = healthy < o.minHealthyRatio * actual.length
    if (isTooMuch) return pause(`Only ${healthy} of ${actual.length} look healthy`)
    if (actual.some(({ plan }) => plan > spec.plan)) return
    const isLacking = wanted.some(({ kind }) => kind === 'put')
    for (const action of wanted) {
      if ((isLacking && action.kind === 'remove') || !limits.allow(action, actual)) continue
      begun = begun.filter((at) => at > clock.now() - HOUR_MS)
      if (begun.length >= o.maxPerHour) return pause(`${begun.length} actions in an hour`)
      void begin(action, actual, generation)
    }
  }

  async function begin(action: Action, actual: Actual, generation: number): Promise<void> {
    begun.push(clock.now())
    limits.begin(action, actual)
    const answer = await world.apply(action, generation)
    answeredAt = clock.now()
    limits.end(action, answer !== 'conflict')
  }

  function pause(reason: string): void {
    why = reason
    world.page(reason)
  }

  return {
    start() {
      if (life % 2 === 0) void look(++life)
    },
    stop() {
      if (life % 2 === 1) life++
      clock.clearTimeout(timer)
    },
    resume() {
      if (why !== null) begun = []
      why = null
    },
    paused: () => (why === null ? null : { why }),
  }
}

/** What it has done itself, and what it may therefore do. */
function createLimits(o: HealerOptions, clock: Clock) {
  /** By id, and whether the item was healthy before. */
  const underWay: { [id: string]: boolean } = {}
  /** Actions in a row on an item, and until when it is left alone. */
  const rows = new Map<string, { nth: number; until: number }>()
  function allow({ kind, id }: Action, actual: Actual): boolean {
    const health = actual.find((item) => item.id === id)?.health
    const isResting = clock.now() < (rows.get(id)?.until ?? -Infinity)
    const isBusy = id in underWay || Object.keys(underWay).length >= o.maxConcurrent
    if (isBusy || isResting || health === 'unknown') return false
    const left = actual.filter((one) => isHealthy(one) && one.id !== id && !(one.id in underWay))
    if (kind === 'remove') return left.length > 0
    const disrupted = Object.values(underWay).filter(Boolean).length
    const least = Math.max(1, o.minHealthyRatio * actual.length)
    return health !== 'healthy' || (disrupted < o.disruptionBudget && left.length >= least)
  }

  return {
    allow,
    begin({ id }: Action, actual: Actual) {
      underWay[id] = actual.filter(isHealthy).map(idOf).includes(id)
    },
    end({ id }: Action, isTry: boolean) {
      delete underWay[id]
      const nth = rows.get(id)?.nth ?? 0
      const waitMs = o.coolDownMs * 2 ** Math.min(nth, DOUBLED_MAX)
      if (isTry) rows.set(id, { nth: nth + 1, until: clock.now() + waitMs })
    },
    /** Whoever is as it should be after its rest has been healed. */
    forgive(wanted: readonly Action[]) {
      for (const [id, { until }] of rows) {
        if (until <= clock.now() && wanted.every((one) => one.id !== id)) rows.delete(id)
      }
    },
  }
}

/** All that would make it as it should be, whether it may be done or not. */
function needed({ plan, ids }: Spec, actual: Actual): Action[] {
  const good = new Set(actual.filter((one) => isHealthy(one) && one.plan === plan).map(idOf))
  const lacking = ids.filter((id) => !good.has(id)).map((id): Action => ({ kind: 'put', id, plan }))
  const surplus = actual.map(idOf).filter((id) => !ids.includes(id))
  return [...lacking, ...surplus.map((id): Action => ({ kind: 'remove', id }))]
}

const idOf = ({ id }: Item): string => id
const isHealthy = ({ health }: Item): boolean => health === 'healthy'

if (DOUBLED_MAX < 1) throw new Error('sentinel-self-healer-plain-object.ts: nobody waits')
