import fc from 'fast-check'

import type { CacheOptions } from '../../src/cache.ts'

const ACTS_MAX = 24
const TTL_MS = 100

/** Who needs more of them between two of its own steps does not find its way here. */
export const HOPS_MAX = 6

/**
 * One thing that happens to a cache. With `isHasty` the next one happens before any promise goes on:
 * what a scheduler of promises would draw is written down here, so that a failure can be told, made
 * smaller and made again.
 */
export type Act =
  | {
      readonly kind: 'get'
      readonly key: string
      readonly isBroken?: boolean
      readonly isHasty?: boolean
    }
  | {
      readonly kind: 'end'
      /** Which of those that are under way. */
      readonly pick: number
      /** What it brings, instead of a value that is its own. */
      readonly odd?: { readonly value: unknown }
      readonly isFailing?: boolean
      readonly reason?: { readonly error: unknown }
      readonly isHasty?: boolean
    }
  | { readonly kind: 'invalidate'; readonly key: string; readonly isHasty?: boolean }
  /** Promises go on a little, and not to their end: what comes next finds them halfway. */
  | { readonly kind: 'hop'; readonly hops: number }
  | { readonly kind: 'pass'; readonly ms: number }
  /** To the next time at which a value grows old, or one millisecond before. */
  | { readonly kind: 'edge'; readonly isBefore: boolean }

export interface Script {
  readonly options: CacheOptions
  readonly startMs: number
  readonly acts: readonly Act[]
}

/** What scripts of one kind are about. */
export interface Theme {
  /** Where a value may be stale, nobody may hop: whether it still is would depend on that. */
  readonly capacities?: readonly number[]
  readonly stales?: readonly (number | undefined)[]
  /** So many keys; default 2. */
  readonly keys?: number
  /** How often each kind of act is drawn. */
  readonly weights: Readonly<Partial<Record<Act['kind'], number>>>
  /** Loads bring odd values, and fail for odd reasons. */
  readonly isOdd?: boolean
  /** Whether loads fail; default false. */
  readonly fails?: boolean
}

/** Keys that a plain object as a map or a falsy test gets wrong. */
const POOLS = [
  ['A', 'B', 'C', 'D'],
  ['constructor', '__proto__', 'toString', 'valueOf'],
  ['', '0', 'null', 'undefined'],
  ['10', '1', '01', '9'],
  ['a', 'a:b', 'b', 'A'],
] as const

export const oddValues: readonly unknown[] = [undefined, null, 0, '', false, NaN]

export function scripts(theme: Theme): fc.Arbitrary<Script> {
  const { capacities = [10], stales = [undefined, undefined, 0], keys = 2 } = theme
  return fc
    .record({
      capacity: fc.constantFrom(...capacities),
      staleMs: fc.constantFrom(...stales),
      startMs: fc.constantFrom(0, 1, 1_700_000_000_000),
      pool: fc.constantFrom(...POOLS),
      acts: fc.array(actsOf(theme, keys), { minLength: 1, maxLength: ACTS_MAX, size: 'max' }),
    })
    .map(({ capacity, staleMs, startMs, pool, acts }) => {
      const options = { capacity, ttlMs: TTL_MS, ...(staleMs === undefined ? {} : { staleMs }) }
      return { options, startMs, acts: acts.map((make) => make(pool)) }
    })
}

type Make = (pool: readonly string[]) => Act

function actsOf(
  { weights, isOdd = false, fails = false }: Theme,
  keys: number,
): fc.Arbitrary<Make> {
  const key = fc.nat(keys - 1)
  const isHasty = fc.constantFrom(false, false, false, true, true)
  const isFailing = fc.constantFrom(false, ...(fails ? [false, true] : []))
  const isBroken = fc.constantFrom(false, false, false, ...(fails ? [true] : [false]))
  const odd = isOdd ? fc.constantFrom(undefined, ...oddValues.map((value) => ({ value }))) : none
  const reason = isOdd ? fc.constantFrom(undefined, ...oddReasons) : none
  const kinds: Record<Act['kind'], fc.Arbitrary<Make>> = {
    get: fc.record({ key, isBroken, isHasty }).map((one) => (pool) => {
      return { kind: 'get', ...one, key: nameIn(pool, one.key) }
    }),
    end: fc
      .record({ pick: fc.nat(3), isFailing, odd, reason, isHasty })
      .map(({ odd: value, reason: error, ...one }) => () => ({
        kind: 'end',
        ...one,
        ...(value === undefined ? {} : { odd: value }),
        ...(error === undefined ? {} : { reason: error }),
      })),
    invalidate: fc.record({ key, isHasty }).map((one) => (pool) => {
      return { kind: 'invalidate', ...one, key: nameIn(pool, one.key) }
    }),
    hop: fc.integer({ min: 1, max: HOPS_MAX }).map((hops) => () => ({ kind: 'hop', hops })),
    pass: fc.constantFrom(1, 30, 60).map((ms) => () => ({ kind: 'pass', ms })),
    edge: fc.boolean().map((isBefore) => () => ({ kind: 'edge', isBefore })),
  }
  const order = ['get', 'end', 'invalidate', 'hop', 'pass', 'edge'] as const
  return fc.oneof(...order.map((kind) => ({ weight: weights[kind] ?? 0, arbitrary: kinds[kind] })))
}

const none = fc.constant(undefined)

const oddReasons = [{ error: undefined }, { error: null }, { error: 'no' }]

function nameIn(pool: readonly string[], place: number): string {
  const name = pool[place]
  if (name === undefined) throw new Error('sentinel-cache-script.ts: no such key')
  return name
}
