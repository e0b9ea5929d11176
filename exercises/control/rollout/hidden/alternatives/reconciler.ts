import type { Clock } from '@five-pillars/simulator'

import type { Fleet, Host, Rollout, RolloutOptions } from '../../src/rollout.ts'

/** All that is known, replaced and never changed. */
type Memory =
  | { readonly state: 'idle' | 'done' | 'halted' | 'rolling-back' }
  | { readonly state: 'rolling'; readonly wave: number; readonly ids: readonly string[] }
  | {
      readonly state: 'baking'
      readonly wave: number
      readonly ids: readonly string[]
      readonly at: number
      readonly seen: readonly Count[]
    }

type Count = readonly [requests: number, errors: number]

/** What a step is made of. */
interface World {
  readonly fleet: Fleet
  readonly options: RolloutOptions
  readonly clock: Clock
  readonly ledger: Ledger
  versions: { readonly from: string; readonly to: string }
}

const TICK_MS = 700
const TRIES = 3

/** A loop that compares what is with what is wanted, and hears no answers but counts them. */
export function createRollout(fleet: Fleet, options: RolloutOptions, clock: Clock): Rollout {
  const ledger = new Ledger(fleet, clock, options.maxUnavailable)
  const world: World = { fleet, options, clock, ledger, versions: { from: '', to: '' } }
  let memory: Memory = Object.freeze({ state: 'idle' })
  let isTicking = false

  function tick(): void {
    isTicking = false
    for (let before: Memory | null = null; before !== memory;) {
      before = memory
      memory = Object.freeze(next(memory, world))
    }
    if (!isMoving()) return
    isTicking = true
    clock.setTimeout(tick, TICK_MS)
  }

  function isMoving(): boolean {
    return !['idle', 'done', 'halted'].includes(memory.state)
  }

  function become(then: Memory): void {
    memory = then
    if (!isTicking) tick()
  }

  return Object.freeze({
    start(from: string, to: string): void {
      if (isMoving()) return
      world.versions = { from, to }
      const present = hostsAt(to, world).length
      const first = options.waves.findIndex((size) => size >= present)
      become(options.compatible(from, to) ? rolling(first, world) : { state: 'halted' })
    },
    abort(): void {
      const { state } = memory
      if (state !== 'idle' && state !== 'halted' && state !== 'rolling-back') {
        become(turnRound(world))
      }
    },
    state: () => memory.state,
  })
}

function next(now: Memory, world: World): Memory {
  if (now.state === 'rolling') return roll(now, world)
  if (now.state === 'baking') return bake(now, world)
  if (now.state !== 'rolling-back') return now
  const everybody = world.fleet.hosts().map(({ id }) => id)
  const isOver = world.ledger.reconcile(everybody, world.versions.from)
  return isOver ? { state: 'halted' } : now
}

function rolling(wave: number, world: World): Memory {
  const { ledger, fleet, versions, options } = world
  ledger.begin()
  return {
    state: 'rolling',
    wave,
    ids: dealt(fleet.hosts(), versions.to, options.waves[wave] ?? 0),
  }
}

function roll(now: Extract<Memory, { state: 'rolling' }>, world: World): Memory {
  const { ledger, options, versions, clock } = world
  if (ledger.quietMs() >= options.bakeMs && isSick(world)) return turnRound(world)
  if (!ledger.reconcile(now.ids, versions.to)) return now
  if (!isComplete(now.ids, world)) return turnRound(world)
  return { ...now, state: 'baking', at: clock.now(), seen: counts(world) }
}

function bake(now: Extract<Memory, { state: 'baking' }>, world: World): Memory {
  const { clock, options, fleet } = world
  if (clock.now() - now.at < options.bakeMs) return now
  if (isSick(world) || !isComplete(now.ids, world)) return turnRound(world)
  if (now.wave < options.waves.length - 1) {
    const ratios = counts(world).map(([requests, errors], index) => {
      const [some = 0, bad = 0] = now.seen[index] ?? []
      return { requests: requests - some, ratio: (errors - bad) / (requests - some) }
    })
    if (ratios.some(({ requests }) => requests < options.minRequests)) return now
    const [fresh = NaN, old = NaN] = ratios.map(({ ratio }) => ratio)
    return fresh - old > options.maxErrorRatio ? turnRound(world) : rolling(now.wave + 1, world)
  }
  if (options.flag !== undefined) fleet.flag(options.flag, true)
  return { state: 'done' }
}

function turnRound({ options, fleet, ledger, versions }: World): Memory {
  if (options.flag !== undefined) fleet.flag(options.flag, false)
  ledger.begin()
  return { state: options.compatible(versions.to, versions.from) ? 'rolling-back' : 'halted' }
}

function hostsAt(version: string, { fleet }: World): Host[] {
  return fleet.hosts().filter((host) => host.version === version)
}

function isSick(world: World): boolean {
  return hostsAt(world.versions.to, world).some(({ healthy }) => !healthy)
}

function isComplete(ids: readonly string[], world: World): boolean {
  const has = new Set(hostsAt(world.versions.to, world).map(({ id }) => id))
  return ids.every((id) => has.has(id))
}

function counts({ fleet, versions }: World): Count[] {
  return [versions.to, versions.from].map((version) => {
    const { requests, errors } = fleet.metric(version)
    return [requests, errors] as const
  })
}

/** Every deployment, and the wave or way back that it belongs to. */
class Ledger {
  #phase = 0
  #stirredAt = 0
  #entries: { readonly id: string; readonly phase: number; isOpen: boolean }[] = []
  readonly #fleet: Fleet
  readonly #clock: Clock
  readonly #max: number

  constructor(fleet: Fleet, clock: Clock, max: number) {
    this.#fleet = fleet
    this.#clock = clock
    this.#max = max
  }

  begin(): void {
    this.#phase++
    this.#stirredAt = this.#clock.now()
    this.#entries = this.#entries.filter(({ isOpen }) => isOpen)
  }

  quietMs(): number {
    const isOpen = this.#entries.some((one) => one.isOpen)
    return isOpen ? -1 : this.#clock.now() - this.#stirredAt
  }

  /** Deploys what is missing and may be. Whether nothing is left to do. */
  reconcile(ids: readonly string[], version: string): boolean {
    const hosts = this.#fleet.hosts()
    const open = new Set(this.#entries.filter(({ isOpen }) => isOpen).map(({ id }) => id))
    const down = new Set(hosts.filter((h) => !h.healthy || open.has(h.id)).map(({ id }) => id))
    let isLeft = open.size > 0
    for (const { id, version: has } of hosts) {
      if (!ids.includes(id) || has === version || open.has(id) || this.#tries(id) >= TRIES) continue
      isLeft = true
      if (!down.has(id) && down.size >= this.#max) continue
      down.add(id)
      this.#deploy(id, version)
    }
    return !isLeft
  }

  #tries(id: string): number {
    return this.#entries.filter((one) => one.id === id && one.phase === this.#phase).length
  }

  #deploy(id: string, version: string): void {
    const entry = { id, phase: this.#phase, isOpen: true }
    this.#entries.push(entry)
    void this.#fleet.deploy(id, version).finally(() => {
      entry.isOpen = false
      this.#stirredAt = this.#clock.now()
    })
  }
}

/** Deals hosts out like cards, each time one of the zone that has had fewest. */
function dealt(hosts: readonly Host[], version: string, size: number): string[] {
  const hand = hosts.filter((host) => host.version === version)
  const deck = Map.groupBy(
    hosts.filter((host) => host.version !== version),
    ({ zone }) => zone,
  )
  const dealtTo = (zone: string): number => hand.filter((host) => host.zone === zone).length
  while (hand.length < size) {
    const zones = [...deck].filter(([, cards]) => cards.length > 0).map(([zone]) => zone)
    const [least] = zones.toSorted((a, b) => dealtTo(a) - dealtTo(b))
    const card = least === undefined ? undefined : deck.get(least)?.pop()
    if (card === undefined) break
    hand.push(card)
  }
  if (TRIES < 1) throw new Error('sentinel-rollout-reconciler.ts: nobody tries')
  return hand.map(({ id }) => id)
}
