import type { Clock } from '@five-pillars/simulator'

export type Status = 'unknown' | 'up' | 'down'
type Listener = (id: string, status: Status, at: number) => void

interface Options {
  intervalMs: number
  timeoutMs: number
  rise: number
  fall: number
}

/** FNV-1a with a finaliser, as a share of 2³². */
function shareOf(id: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < id.length; index++) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

class Target {
  readonly id: string
  status: Status = 'unknown'
  successes = 0
  failures = 0
  /** Grows whenever what is under way must not count any more. */
  generation = 0
  alarm = 0

  constructor(id: string) {
    this.id = id
  }
}

class Checker {
  #targets = new Map<string, Target>()
  #listeners: Listener[] = []
  #isOn = false
  readonly #o: Options
  readonly #clock: Clock
  readonly #probe: (id: string) => Promise<boolean>

  constructor(o: Options, clock: Clock, probe: (id: string) => Promise<boolean>) {
    this.#o = o
    this.#clock = clock
    this.#probe = probe
  }

  add(id: string): void {
    if (this.#targets.has(id)) return
    const target = new Target(id)
    this.#targets.set(id, target)
    if (this.#isOn) this.#schedule(target, shareOf(id) * this.#o.intervalMs)
  }

  remove(id: string): void {
    const target = this.#targets.get(id)
    if (target === undefined) return
    this.#targets.delete(id)
    this.#quiet(target)
  }

  start(): void {
    if (this.#isOn) return
    this.#isOn = true
    for (const target of this.#targets.values()) {
      this.#schedule(target, shareOf(target.id) * this.#o.intervalMs)
    }
  }

  stop(): void {
    this.#isOn = false
    for (const target of this.#targets.values()) {
      this.#quiet(target)
      target.successes = 0
      target.failures = 0
    }
  }

  status(id: string): Status {
    const target = this.#targets.get(id)
    return target === undefined ? 'unknown' : target.status
  }

  onChange(listener: Listener): () => void {
    const own: Listener = (...told) => listener(...told)
    this.#listeners = [...this.#listeners, own]
    return () => {
      this.#listeners = this.#listeners.filter((other) => other !== own)
    }
  }

  #quiet(target: Target): void {
    target.generation++
    this.#clock.clearTimeout(target.alarm)
  }

  #schedule(target: Target, ms: number): void {
    target.alarm = this.#clock.setTimeout(() => {
      this.#schedule(target, this.#o.intervalMs)
      void this.#check(target)
    }, ms)
  }

  async #check(target: Target): Promise<void> {
    const { generation } = target
    const isGood = await this.#answer(target.id)
    if (target.generation !== generation) return
    target.successes = isGood ? target.successes + 1 : 0
    target.failures = isGood ? 0 : target.failures + 1
    if (target.successes >= this.#o.rise) this.#become(target, 'up')
    if (target.failures >= this.#o.fall) this.#become(target, 'down')
  }

  async #answer(id: string): Promise<boolean> {
    let timer = 0
    const timeout = new Promise<boolean>((resolve) => {
      timer = this.#clock.setTimeout(() => resolve(false), this.#o.timeoutMs)
    })
    try {
      return await Promise.race([this.#probe(id), timeout])
    } catch {
      return false
    } finally {
      this.#clock.clearTimeout(timer)
    }
  }

  #become(target: Target, status: Status): void {
    if (target.status === status) return
    target.status = status
    const at = this.#clock.now()
    for (const listener of this.#listeners) listener(target.id, status, at)
  }
}

export function createHealthChecker(
  o: Options,
  clock: Clock,
  probe: (id: string) => Promise<boolean>,
): Checker {
  return new Checker(o, clock, probe)
}

/** The tail of the normal curve: Numerical Recipes' erfc, good to seven digits of itself. */
function tail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + x / 2)
  const terms = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398,
    1.48851587, -0.82215223, 0.17087277,
  ]
  const sum = terms.reduceRight((rest, term) => term + t * rest, 0)
  const one = (t * Math.exp(sum - x * x)) / 2
  return z >= 0 ? one : 1 - one
}

class PhiDetector {
  readonly #o: { threshold: number; window: number; minStdMs: number; acceptablePauseMs: number }
  readonly #last = new Map<string, number>()
  readonly #gaps = new Map<string, number[]>()

  constructor(o: {
    threshold: number
    window: number
    minStdMs: number
    acceptablePauseMs: number
  }) {
    this.#o = o
  }

  heartbeat(id: string, at: number): void {
    const gaps = this.#gaps.get(id) ?? []
    const last = this.#last.get(id)
    if (last !== undefined) gaps.push(at - last)
    if (gaps.length > this.#o.window) gaps.shift()
    this.#gaps.set(id, gaps)
    this.#last.set(id, at)
  }

  phi(id: string, at: number): number {
    const gaps = this.#gaps.get(id) ?? []
    if (gaps.length < 5) return 0
    let sum = 0
    for (const gap of gaps) sum += gap
    const mean = sum / gaps.length
    let squares = 0
    for (const gap of gaps) squares += (gap - mean) ** 2
    const std = Math.max(Math.sqrt(squares / (gaps.length - 1)), this.#o.minStdMs)
    const silence = at - (this.#last.get(id) ?? at)
    if (Number.isNaN(silence)) throw new Error('sentinel-health-checker-hashed-class.ts')
    return -Math.log10(tail((silence - mean - this.#o.acceptablePauseMs) / std))
  }

  isSuspect(id: string, at: number): boolean {
    return this.phi(id, at) >= this.#o.threshold
  }
}

export function createPhiDetector(o: {
  threshold: number
  window: number
  minStdMs: number
  acceptablePauseMs: number
}): PhiDetector {
  return new PhiDetector(o)
}
