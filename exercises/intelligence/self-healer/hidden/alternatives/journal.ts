import type { Clock } from '@five-pillars/simulator'

import type {
  Action,
  Healer,
  HealerOptions,
  Item,
  Observation,
  Spec,
  World,
} from '../../src/self-healer.ts'

/** All that it remembers is what has happened; what follows from that is worked out anew each time. */
type Entry =
  | {
      readonly kind: 'begun'
      readonly nth: number
      readonly id: string
      readonly at: number
      readonly wasHealthy: boolean
    }
  | {
      readonly kind: 'answered'
      readonly nth: number
      readonly id: string
      readonly at: number
      readonly isTry: boolean
    }
  | { readonly kind: 'well'; readonly id: string; readonly at: number }
  | { readonly kind: 'paused'; readonly why: string }
  | { readonly kind: 'resumed' }

type Begun = Extract<Entry, { kind: 'begun' }>

const EVERY_MS = 800
const HOUR_MS = 3_600_000

function underWay(journal: readonly Entry[]): Begun[] {
  const over = new Set(journal.flatMap((entry) => (entry.kind === 'answered' ? [entry.nth] : [])))
  return journal.filter((entry): entry is Begun => entry.kind === 'begun' && !over.has(entry.nth))
}

function restsUntil(journal: readonly Entry[], id: string, coolDownMs: number): number {
  let [tries, until] = [0, -Infinity]
  for (const entry of journal) {
    if (!('id' in entry) || entry.id !== id) continue
    if (entry.kind === 'well' && entry.at >= until) tries = 0
    if (entry.kind !== 'answered' || !entry.isTry) continue
    tries = Math.min(tries + 1, 6)
    until = entry.at + coolDownMs * 2 ** (tries - 1)
  }
  return until
}

function pauseOf(journal: readonly Entry[]): { why: string } | null {
  const last = journal.findLast(({ kind }) => kind === 'paused' || kind === 'resumed')
  return last?.kind === 'paused' ? { why: last.why } : null
}

function lastAnswer(journal: readonly Entry[]): number {
  const last = journal.findLast((entry) => entry.kind === 'answered')
  return last?.kind === 'answered' ? last.at : -Infinity
}

function inLastHour(journal: readonly Entry[], now: number): number {
  const since = journal.findLastIndex(({ kind }) => kind === 'resumed')
  return journal
    .slice(since + 1)
    .filter((entry) => entry.kind === 'begun' && entry.at > now - HOUR_MS).length
}

type Decision =
  | { readonly action: Action; readonly wasHealthy: boolean }
  | { readonly why: string }
  | null

/** The next thing to do by what has been seen, or why it must stop. */
function next(
  journal: readonly Entry[],
  seen: Observation,
  spec: Spec,
  o: HealerOptions,
  now: number,
): Decision {
  if (pauseOf(journal) !== null || seen.observedAt < lastAnswer(journal)) return null
  const healthy = seen.actual.filter(({ health }) => health === 'healthy')
  if (healthy.length < o.minHealthyRatio * seen.actual.length) {
    return { why: `${healthy.length} of ${seen.actual.length} are healthy` }
  }
  if (seen.actual.some(({ plan }) => plan > spec.plan)) return null
  const busy = underWay(journal)
  if (busy.length >= o.maxConcurrent) return null
  const isFree = (id: string): boolean => {
    return !busy.some((one) => one.id === id) && now >= restsUntil(journal, id, o.coolDownMs)
  }
  const action = wishes(seen.actual, spec).find(({ kind, id }) => {
    const item = seen.actual.find((one) => one.id === id)
    if (!isFree(id) || item?.health === 'unknown') return false
    const left = healthy.filter((one) => one.id !== id && !busy.some((b) => b.id === one.id)).length
    if (kind === 'remove') return left > 0
    if (item?.health !== 'healthy') return true
    const taken = busy.filter(({ wasHealthy }) => wasHealthy).length
    return taken < o.disruptionBudget && left > 0 && left >= o.minHealthyRatio * seen.actual.length
  })
  if (action === undefined) return null
  if (inLastHour(journal, now) >= o.maxPerHour) return { why: `${o.maxPerHour} in an hour` }
  return { action, wasHealthy: healthy.some(({ id }) => id === action.id) }
}

function wishes(actual: readonly Item[], { plan, ids }: Spec): Action[] {
  const puts = ids.filter((id) => !actual.some((item) => item.id === id && isRight(item, plan)))
  if (puts.length > 0) return puts.map((id) => ({ kind: 'put', id, plan }))
  return actual.filter(({ id }) => !ids.includes(id)).map(({ id }) => ({ kind: 'remove', id }))
}

function isRight({ plan, health }: Item, wanted: number): boolean {
  return plan === wanted && health === 'healthy'
}

function wellOnes(
  actual: readonly Item[],
  { plan, ids }: Spec,
  known: readonly string[],
): string[] {
  return known.filter((id) => {
    const item = actual.find((one) => one.id === id)
    return ids.includes(id) ? item !== undefined && isRight(item, plan) : item === undefined
  })
}

export function createHealer(world: World, o: HealerOptions, clock: Clock): Healer {
  const journal: Entry[] = []
  let stopLooking: (() => void) | null = null
  let count = 0

  function seenNow(seen: Observation): void {
    const spec = world.desired()
    const at = clock.now()
    if (seen.observedAt >= lastAnswer(journal)) {
      const busy = new Set(underWay(journal).map(({ id }) => id))
      const known = new Set(
        journal.flatMap((entry) => (entry.kind === 'answered' ? [entry.id] : [])),
      )
      for (const id of wellOnes(
        seen.actual,
        spec,
        [...known].filter((one) => !busy.has(one)),
      )) {
        journal.push({ kind: 'well', id, at })
      }
    }
    for (;;) {
      const decision = next(journal, seen, spec, o, at)
      if (decision === null) return
      if ('why' in decision) {
        journal.push({ kind: 'paused', why: decision.why })
        return world.page(decision.why)
      }
      const nth = ++count
      const { action, wasHealthy } = decision
      journal.push({ kind: 'begun', nth, id: action.id, at, wasHealthy })
      void answered(nth, action, seen.generation)
    }
  }

  async function answered(nth: number, action: Action, generation: number): Promise<void> {
    const isTry = (await world.apply(action, generation)) !== 'conflict'
    journal.push({ kind: 'answered', nth, id: action.id, at: clock.now(), isTry })
  }

  function looking(): () => void {
    let isOver = false
    let timer = 0
    const look = async (): Promise<void> => {
      const [seen] = await Promise.allSettled([world.observe()])
      if (isOver) return
      if (seen.status === 'fulfilled') seenNow(seen.value)
      timer = clock.setTimeout(look, EVERY_MS)
    }
    void look()
    return () => {
      isOver = true
      clock.clearTimeout(timer)
    }
  }

  if (EVERY_MS < 1) throw new Error('sentinel-self-healer-journal.ts: it never rests')
  return Object.freeze({
    start: () => void (stopLooking ??= looking()),
    stop: () => {
      stopLooking?.()
      stopLooking = null
    },
    resume: () => {
      if (pauseOf(journal) !== null) journal.push({ kind: 'resumed' })
    },
    paused: () => pauseOf(journal),
  })
}
