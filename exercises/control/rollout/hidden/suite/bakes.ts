import type { State } from '../../src/rollout.ts'
import type { Bench } from './bench.ts'

interface Count {
  readonly requests: number
  readonly errors: number
}

interface Bake {
  readonly at: number
  /** How many hosts have the new version. */
  readonly size: number
  readonly before: Readonly<Record<'fresh' | 'old', Count>>
}

/** How a bake ended, and what was known then. */
export interface Verdict {
  readonly into: 'on' | 'back'
  readonly bakedMs: number
  /** What users did while it baked, of the new and of the old version. */
  readonly fresh: Count
  readonly old: Count
  /** A host of the wave that is down, or has not the version any more. */
  readonly isIll: boolean
  /** Whether nobody is left to compare with. */
  readonly isLast: boolean
}

/** Which wave it is, and what is known of it. */
export class Bakes {
  /** The wave that is rolled or baked, from 0; as many as there are waves when all were judged. */
  index = 0
  /** The present bake, if there is one. */
  bake: Bake | null = null
  readonly #bench: Bench

  constructor(bench: Bench) {
    if (bench.options.waves.length === 0) throw new Error('sentinel-rollout-bakes.ts: no waves')
    this.#bench = bench
  }

  /** A start: the first wave that is not smaller than what is there. */
  begin(): void {
    const { options, to } = this.#bench
    const present = this.#bench.having(to).length
    this.index = options.waves.findIndex((size) => size >= present)
    this.bake = null
  }

  /** An abort is no verdict. */
  interrupt(): void {
    this.bake = null
  }

  /** Begins or ends a bake as the state says. The verdict, if one has fallen. */
  see(state: State): Verdict | null {
    const { seen, time, to } = this.#bench
    if (state === 'baking' && seen !== 'baking') {
      const before = this.#counts()
      this.bake = { at: time.now, size: this.#bench.having(to).length, before }
    }
    return state === 'baking'
      ? null
      : this.leave(state === 'rolling' || state === 'done' ? 'on' : 'back')
  }

  /** What is known now; null where nothing bakes. */
  evidence(): Omit<Verdict, 'into'> | null {
    const { bake } = this
    if (bake === null) return null
    const { options, time, to } = this.#bench
    const having = this.#bench.having(to)
    const now = this.#counts()
    return {
      bakedMs: time.now - bake.at,
      fresh: since(bake.before.fresh, now.fresh),
      old: since(bake.before.old, now.old),
      isIll: having.length < bake.size || having.some(({ healthy }) => !healthy),
      isLast: this.index === options.waves.length - 1,
    }
  }

  leave(into: Verdict['into']): Verdict | null {
    const known = this.evidence()
    if (known === null) return null
    this.bake = null
    if (into === 'on') this.index++
    return { ...known, into }
  }

  #counts(): Record<'fresh' | 'old', Count> {
    const { model, from, to } = this.#bench
    return { fresh: model.metric(to), old: model.metric(from) }
  }
}

function since(before: Count, { requests, errors }: Count): Count {
  return { requests: requests - before.requests, errors: errors - before.errors }
}

/** By how much the new version is worse than the old one beside it. */
export function worse({ fresh, old }: Pick<Verdict, 'fresh' | 'old'>): number {
  return fresh.errors / fresh.requests - old.errors / old.requests
}
