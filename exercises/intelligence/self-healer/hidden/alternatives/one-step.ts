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

/** Two looks a second, and one action at a look. */
const TICK_MS = 500

/** What is known of an item; those that nobody has touched are not there. */
interface Card {
  busy?: 'was healthy' | 'was not'
  strikes: number
  freeAt: number
}

interface Memory {
  cards: { [id: string]: Card }
  stamps: number[]
  knownUntil: number
  stopped: string
}

/** Candidates one after the other, those that nobody would miss first. */
function* candidates(seen: Observation, { plan, ids }: Spec): Generator<Action> {
  if (seen.actual.some((item) => item.plan > plan)) return
  const find = (id: string): Item | undefined => seen.actual.find((item) => item.id === id)
  const wrong = ids.filter((id) => {
    const item = find(id)
    return !(item && item.plan === plan && item.health === 'healthy')
  })
  const order = ['broken', undefined, 'healthy', 'unknown']
  wrong.sort((a, b) => order.indexOf(find(a)?.health) - order.indexOf(find(b)?.health))
  for (const id of wrong) yield { kind: 'put', id, plan }
  if (wrong.length > 0) return
  for (const { id } of seen.actual) if (!ids.includes(id)) yield { kind: 'remove', id }
}

/** Who is as it should be, and free, starts from nothing. */
function wipe({ cards }: Memory, seen: Observation, { plan, ids }: Spec): void {
  for (const id of Object.keys(cards)) {
    const card = cards[id]
    if (!card || card.busy || seen.observedAt < card.freeAt) continue
    const item = seen.actual.find((one) => one.id === id)
    const isFine = ids.includes(id) ? item?.plan === plan && item.health === 'healthy' : !item
    if (isFine) delete cards[id]
  }
}

function busyOf({ cards }: Memory): Card[] {
  return Object.values(cards).filter((card) => card.busy)
}

function mayTouch(
  memory: Memory,
  o: HealerOptions,
  { kind, id }: Action,
  seen: Observation,
): boolean {
  const item = seen.actual.find((one) => one.id === id)
  if (item?.health === 'unknown') return false
  const left = seen.actual.reduce((sum, one) => {
    const isServing = one.health === 'healthy' && !memory.cards[one.id]?.busy
    return sum + (isServing && one.id !== id ? 1 : 0)
  }, 0)
  if (kind === 'remove') return left >= 1
  if (item?.health !== 'healthy') return true
  const taken = busyOf(memory).filter(({ busy }) => busy === 'was healthy').length
  if (taken >= o.disruptionBudget) return false
  return left >= 1 && left / seen.actual.length >= o.minHealthyRatio
}

export const createHealer = function (world: World, o: HealerOptions, clock: Clock): Healer {
  const memory: Memory = {
    cards: Object.create(null),
    stamps: [],
    knownUntil: -1e15,
    stopped: '',
  }
  let [tick, timer]: [number, number] = [0, 0]

  function step(seen: Observation): void {
    if (memory.stopped !== '' || seen.observedAt < memory.knownUntil) return
    wipe(memory, seen, world.desired())
    const sick = seen.actual.filter(({ health }) => health !== 'healthy').length
    if (seen.actual.length > 0 && 1 - sick / seen.actual.length < o.minHealthyRatio) {
      return halt(`${sick} look ill, which is too many at once`)
    }
    if (busyOf(memory).length >= o.maxConcurrent) return
    for (const action of candidates(seen, world.desired())) {
      const card = memory.cards[action.id]
      if (card && (card.busy || card.freeAt > clock.now())) continue
      if (!mayTouch(memory, o, action, seen)) continue
      memory.stamps = memory.stamps.filter((at) => clock.now() - at < 3.6e6)
      if (memory.stamps.length >= o.maxPerHour) return halt('it was too much for one hour')
      return void touch(action, seen)
    }
  }

  async function touch(action: Action, seen: Observation): Promise<void> {
    const { id } = action
    const card = (memory.cards[id] ??= { strikes: 0, freeAt: -1e15 })
    const wasHealthy = seen.actual.some((one) => one.id === id && one.health === 'healthy')
    card.busy = wasHealthy ? 'was healthy' : 'was not'
    memory.stamps.push(clock.now())
    const answer = await world.apply(action, seen.generation)
    delete card.busy
    memory.knownUntil = clock.now()
    if (answer === 'conflict') return
    card.freeAt = clock.now() + o.coolDownMs * Math.min(32, 2 ** card.strikes++)
  }

  function halt(why: string): void {
    if (why === '') throw new Error('sentinel-self-healer-one-step.ts: nobody knows why')
    memory.stopped = why
    world.page(why)
  }

  async function run(mine: number): Promise<void> {
    if (mine !== tick) return
    const seen = await Promise.resolve(world.observe()).catch(() => undefined)
    if (mine !== tick) return
    if (seen) step(seen)
    timer = clock.setTimeout(() => run(mine), TICK_MS)
  }

  let isOn = false
  return {
    start() {
      if (isOn) return
      isOn = true
      void run(++tick)
    },
    stop() {
      isOn = false
      tick++
      clock.clearTimeout(timer)
    },
    resume() {
      if (memory.stopped !== '') memory.stamps.length = 0
      memory.stopped = ''
    },
    paused() {
      return memory.stopped === '' ? null : { why: memory.stopped }
    },
  }
}
