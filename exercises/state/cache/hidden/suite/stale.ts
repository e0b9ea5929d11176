import { brings, fails, get, loaded, pass, story } from './acts.ts'
import { nameOf, outcomeText } from './bench.ts'
import type { Asked } from './bench.ts'
import { valueText } from './keeping.ts'
import type { Model } from './model.ts'
import { holdsFor } from './play.ts'
import { scripts } from './script.ts'
import { textOf } from './subject.ts'
import type { Subject } from './subject.ts'

const stale = scripts({
  weights: { get: 7, end: 5, invalidate: 1, pass: 1, edge: 4 },
  stales: [50, 150],
  fails: true,
})

const old = [loaded('A'), pass(100), get('A')]

/** The new value comes, in time or too late for the old one, or does not come. */
const stories = [
  story({ staleMs: 50 }, ...old, get('A'), brings(), get('A'), pass(99), get('A')),
  // Its age counts from the end of its own load.
  story({ staleMs: 50 }, ...old, pass(30), brings(), pass(99), get('A')),
  story({ staleMs: 50 }, ...old, fails(), get('A'), brings(), get('A')),
  story({ staleMs: 50 }, ...old, pass(50), brings(), get('A')),
]

/** While a value is stale it is given at once, and a new one is loaded. */
export async function servesStale(subject: Subject): Promise<void> {
  await holdsFor(subject, stories, stale, { get: staleOne })
}

function staleOne(one: Asked, model: Model): string | undefined {
  const { expected, outcome, loads } = one
  if (expected.kind === 'held' && loads > 0) {
    return `${nameOf(one)} loads, though load ${expected.by.n} has brought ${valueText(expected.by)}.`
  }
  if (expected.kind !== 'stale') return undefined
  const age = one.at - (expected.by.endedAt ?? NaN)
  const { ttlMs, staleMs = 0 } = model.options
  if (ttlMs < 1) throw new Error('sentinel-cache-stale.ts: no value is ever fresh')
  const value = `${valueText(expected.by)} is ${age} ms old: less than ${ttlMs + staleMs}, it is given at once`
  if (outcome.kind === 'pending') return `${nameOf(one)} waits, but ${value}.`
  const isGiven = outcome.kind === 'value' && textOf(outcome.value) === valueText(expected.by)
  if (!isGiven) return `${nameOf(one)} ${outcomeText(outcome)}, but ${value}.`
  if (!expected.begins || loads > 0) return undefined
  return `${nameOf(one)} does not load, but ${value}, and a new one is loaded.`
}
