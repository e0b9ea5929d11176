import { VirtualTime } from '@five-pillars/simulator'
import { quoted } from '@five-pillars/suite'

import {
  brings,
  bringsOdd,
  fails,
  get,
  getAtOnce,
  invalidate,
  loaded,
  pass,
  story,
} from './acts.ts'
import { Bench, nameOf, outcomeText, valueOf } from './bench.ts'
import type { Asked } from './bench.ts'
import { holdsFor } from './play.ts'
import type { Load, Model } from './model.ts'
import { oddValues, scripts } from './script.ts'
import { textOf } from './subject.ts'
import type { Subject } from './subject.ts'

const daily = scripts({
  weights: { get: 6, end: 5, invalidate: 2, hop: 2, pass: 2, edge: 2 },
  fails: true,
})
const odd = scripts({ weights: { get: 6, end: 5, invalidate: 1, edge: 1 }, isOdd: true })
const shop = scripts({ weights: { get: 6, end: 5, invalidate: 1, edge: 2 }, keys: 4 })
const aging = scripts({
  weights: { get: 6, end: 4, pass: 2, edge: 5 },
  stales: [undefined, 0, 50, 150],
  fails: true,
})

const options = { capacity: 10, ttlMs: 100 }
const stale = { staleMs: 50 }

const keptStories = [
  story({}, loaded('A'), pass(99), get('A')),
  // It was held when somebody asked.
  story({}, loaded('A'), getAtOnce('A'), invalidate('A')),
  // What ends what was held before does not end what is held now.
  story({}, loaded('A'), pass(60), invalidate('A'), loaded('A'), pass(60), get('A')),
]

/** Age counts from the end of the load; neither its use nor a failure makes a value younger. */
const agingStories = [
  story({}, get('A'), pass(70), brings(), pass(100), get('A')),
  story({}, loaded('A'), pass(60), get('A'), pass(40), get('A')),
  story(stale, loaded('A'), pass(100), get('A'), pass(30), fails(), pass(20), get('A')),
  story(stale, loaded('A'), pass(100), get('A'), pass(50), get('A')),
]

/** Whoever asks again gets what is held. */
export async function keepsValues(subject: Subject): Promise<void> {
  await holdsFor(subject, keptStories, daily, { get: keptOne })
}

/** Also undefined, null and false were brought by a load. */
export async function keepsAnyValue(subject: Subject): Promise<void> {
  const stories = oddValues.map((value) => story({}, get('A'), bringsOdd(value), get('A')))
  await holdsFor(subject, stories, odd, { get: keptOne })
}

function keptOne(one: Asked, model: Model): string | undefined {
  const { expected, outcome, loads, wasCrowded } = one
  if (expected.kind !== 'held' || wasCrowded) return undefined
  // A value of another load is a matter of other promises.
  if (loads === 0 && outcome.kind === 'value' && loadIn(outcome.value, model)) return undefined
  const age = one.at - (expected.by.endedAt ?? NaN)
  const { ttlMs } = model.options
  const value = `${valueText(expected.by)} is held: its load has ended ${age} ms ago, and ttlMs is ${ttlMs}`
  return `${nameOf(one)} ${loads > 0 ? 'loads' : seen(one)}, though ${value}.`
}

/** A value belongs to its key, and to its cache. */
export async function keepsApart(subject: Subject): Promise<void> {
  await sharesNothing(subject)
  await holdsFor(subject, [], shop, { get: ownOne })
}

function ownOne(one: Asked, model: Model): string | undefined {
  const { outcome, expected, key } = one
  if (outcome.kind !== 'value') return undefined
  const load = loadIn(outcome.value, model)
  const gives = `${nameOf(one)} gives ${textOf(outcome.value)}`
  if (load === undefined) {
    const waits = expected.kind === 'waits' || one.loads > 0
    return waits ? undefined : `${gives}, which no load has brought.`
  }
  if (load.key !== key) return `${gives}: load ${load.n} was of ${quoted(load.key)}.`
  if (expected.kind !== 'held' && expected.kind !== 'stale') return undefined
  if (load.n >= expected.by.n || load.past !== undefined) return undefined
  return `${gives}, but the last load of it has brought ${valueText(expected.by)}.`
}

/** Two caches of one time. */
async function sharesNothing(subject: Subject): Promise<void> {
  const time = new VirtualTime()
  const [first, second] = [new Bench(subject, options, time), new Bench(subject, options, time)]
  first.get('A')
  await first.settle()
  first.end(1, valueOf(1))
  await first.settle()
  first.get('B')
  await first.settle()
  const open = second.get('B')
  await second.settle()
  if (open.loads === 0)
    second.broken('B is loaded in another cache, and this one does not load it.')
  const other = second.get('A')
  await second.settle()
  if (other.outcome.kind === 'value') {
    second.broken(`A is held in another cache, and ${nameOf(other)} ${seen(other)} in this one.`)
  }
  second.end(other.n, valueOf(other.n))
  await second.settle()
  const again = first.get('A')
  await first.settle()
  if (again.outcome.kind === 'value' && again.outcome.value !== 'v1') {
    first.broken(`${nameOf(again)} ${seen(again)}, which a load of another cache has brought.`)
  }
  second.invalidate('A')
  const last = first.get('A')
  await first.settle()
  if (last.loads > again.loads) {
    first.broken('A was invalidated in another cache, and is gone in this one.')
  }
}

/** What is fresh is given, and what is too old is not, to the millisecond. */
export async function growsOld(subject: Subject): Promise<void> {
  await holdsFor(subject, agingStories, aging, { get: freshOne })
}

function freshOne(one: Asked, model: Model): string | undefined {
  const { outcome, at } = one
  if (outcome.kind !== 'value') return undefined
  const load = loadIn(outcome.value, model)
  if (load?.endedAt === undefined || load.key !== one.key) return undefined
  if (load.endedAt >= at || at < model.tooOldAt(load)) return undefined
  const { ttlMs, staleMs } = model.options
  const limit = staleMs === undefined ? `${ttlMs} ms` : `${ttlMs} and ${staleMs} ms`
  const age = `${at - load.endedAt} ms`
  return `${nameOf(one)} gives ${textOf(outcome.value)}, whose load has ended ${age} ago: after ${limit} it is too old.`
}

/** The load that has brought a value of its own. */
export function loadIn(value: unknown, { loads }: Model): Load | undefined {
  const [, n] = typeof value === 'string' ? (/^v(\d+)$/.exec(value) ?? []) : []
  return loads.get(Number(n))
}

export function valueText({ result }: Load): string {
  if (result?.kind !== 'value') throw new Error('sentinel-cache-keeping.ts: it has brought nothing')
  return textOf(result.value)
}

export function seen({ loads, outcome }: Asked): string {
  if (loads === 0) return outcomeText(outcome)
  const often = loads === 1 ? 'loads' : `loads ${loads} times`
  return outcome.kind === 'pending' ? often : `${often} and ${outcomeText(outcome)}`
}
