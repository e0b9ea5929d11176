import type { Clock } from '@five-pillars/simulator'

import type { Fleet, Host, RolloutOptions, State } from '../../src/rollout.ts'

const TRIES = 3
const NAP_MS = 500

/** One way there or back; the next one ends it. */
interface Way {
  isOver: boolean
}

/** A class whose methods await: deployments of a wave are workers, and a way is a token. */
export class AsyncRollout {
  #state: State = 'idle'
  #from = ''
  #to = ''
  #way: Way = { isOver: true }
  #answeredAt = 0
  readonly #fleet: Fleet
  readonly #options: RolloutOptions
  readonly #clock: Clock
  readonly #open = new Map<string, Promise<unknown>>()

  constructor(fleet: Fleet, options: RolloutOptions, clock: Clock) {
    this.#fleet = fleet
    this.#options = options
    this.#clock = clock
  }

  start(from: string, to: string): void {
    if (this.#state === 'rolling' || this.#state === 'baking') return
    if (this.#state === 'rolling-back') return
    this.#from = from
    this.#to = to
    if (!this.#options.compatible(from, to)) {
      this.#state = 'halted'
      return
    }
    this.#state = 'rolling'
    this.#answeredAt = this.#clock.now()
    void this.#ship(this.#begin())
  }

  abort(): void {
    if (this.#state === 'idle' || this.#state === 'halted' || this.#state === 'rolling-back') return
    void this.#takeBack()
  }

  state(): State {
    return this.#state
  }

  #begin(): Way {
    this.#way.isOver = true
    this.#way = { isOver: false }
    return this.#way
  }

  async #ship(way: Way): Promise<void> {
    const { waves, flag } = this.#options
    const present = this.#having(this.#to).length
    for (const size of waves) {
      if (size < present) continue
      this.#state = 'rolling'
      const ids = this.#chosen(size)
      await this.#give(this.#to, ids, way)
      if (way.isOver) return
      const isThere = ids.every((id) => this.#host(id)?.version === this.#to)
      const isGood = isThere && (await this.#bake(size, way))
      if (way.isOver) return
      if (!isGood) return this.#takeBack()
    }
    if (flag !== undefined) this.#fleet.flag(flag, true)
    this.#state = 'done'
    way.isOver = true
  }

  async #takeBack(): Promise<void> {
    const { flag } = this.#options
    const way = this.#begin()
    if (flag !== undefined) this.#fleet.flag(flag, false)
    if (!this.#options.compatible(this.#to, this.#from)) {
      this.#state = 'halted'
      return
    }
    this.#state = 'rolling-back'
    const everybody = this.#fleet.hosts().map(({ id }) => id)
    await this.#give(this.#from, everybody, way)
    this.#state = 'halted'
  }

  /** Hosts that have it come first; then one of each zone in turn, fullest last. */
  #chosen(size: number): string[] {
    const byZone = Map.groupBy(this.#fleet.hosts(), ({ zone }) => zone)
    const queues = [...byZone.values()].map((hosts) => {
      return hosts.toSorted(
        (a, b) => Number(b.version === this.#to) - Number(a.version === this.#to),
      )
    })
    const order: Host[] = []
    for (let rank = 0; order.length < queues.flat().length; rank++) {
      const row = queues.flatMap((queue) => queue[rank] ?? [])
      order.push(
        ...row.toSorted((a, b) => Number(b.version === this.#to) - Number(a.version === this.#to)),
      )
    }
    const there = order.filter(({ version }) => version === this.#to)
    const rest = order.filter(({ version }) => version !== this.#to)
    return [...there, ...rest].slice(0, Math.max(size, there.length)).map(({ id }) => id)
  }

  /** Each host up to three times, as many at once as may be down. */
  async #give(version: string, ids: readonly string[], way: Way): Promise<void> {
    const tries = new Map(ids.map((id) => [id, 0]))
    while (!way.isOver) {
      const wanted = ids.filter((id) => {
        return !this.#open.has(id) && this.#host(id)?.version !== version
      })
      const tired = wanted.filter((id) => (tries.get(id) ?? 0) >= TRIES)
      const next = wanted.filter((id) => !tired.includes(id))
      if (version === this.#to && tired.length > 0) return
      if (next.length === 0 && this.#open.size === 0) return
      if (version === this.#to && this.#isStuck()) return
      for (const id of next) {
        if (!this.#hasRoom(id)) continue
        tries.set(id, (tries.get(id) ?? 0) + 1)
        this.#deploy(id, version)
      }
      await Promise.race([this.#nap(), ...this.#open.values()])
    }
  }

  #deploy(id: string, version: string): void {
    const answered = (): void => {
      this.#open.delete(id)
      this.#answeredAt = this.#clock.now()
    }
    this.#open.set(id, this.#fleet.deploy(id, version).then(answered))
  }

  #hasRoom(id: string): boolean {
    const down = this.#fleet.hosts().filter((host) => !host.healthy || this.#open.has(host.id))
    return down.some((host) => host.id === id) || down.length < this.#options.maxUnavailable
  }

  /** A new version that does not come up may hold up its own wave. */
  #isStuck(): boolean {
    const isLate = this.#clock.now() - this.#answeredAt >= this.#options.bakeMs
    return isLate && this.#open.size === 0 && this.#having(this.#to).some(({ healthy }) => !healthy)
  }

  async #bake(size: number, way: Way): Promise<boolean> {
    const { bakeMs, minRequests, maxErrorRatio } = this.#options
    this.#state = 'baking'
    const begun = this.#clock.now()
    const counts = [this.#counter(this.#to), this.#counter(this.#from)] as const
    for (;;) {
      await this.#nap()
      if (way.isOver) return false
      if (this.#clock.now() < begun + bakeMs) continue
      const there = this.#having(this.#to)
      if (there.length < size || there.some(({ healthy }) => !healthy)) return false
      if (size === this.#fleet.hosts().length) return true
      const [fresh, old] = [counts[0](), counts[1]()]
      if (fresh.requests < minRequests || old.requests < minRequests) continue
      return fresh.ratio <= old.ratio + maxErrorRatio
    }
  }

  /** What has been counted of a version from now on. */
  #counter(version: string): () => { requests: number; ratio: number } {
    const before = this.#fleet.metric(version)
    return () => {
      const now = this.#fleet.metric(version)
      const requests = now.requests - before.requests
      return { requests, ratio: (now.errors - before.errors) / requests }
    }
  }

  #having(version: string): Host[] {
    return this.#fleet.hosts().filter((host) => host.version === version)
  }

  #host(id: string): Host | undefined {
    return this.#fleet.hosts().find((host) => host.id === id)
  }

  #nap(): Promise<void> {
    return new Promise((resolve) => this.#clock.setTimeout(resolve, NAP_MS))
  }
}

export function createRollout(fleet: Fleet, options: RolloutOptions, clock: Clock): AsyncRollout {
  if (TRIES < 1) throw new Error('sentinel-rollout-async-class.ts: nobody tries')
  return new AsyncRollout(fleet, options, clock)
}
