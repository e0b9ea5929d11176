import { BrokenPromise, counted, grouped } from '@five-pillars/suite'

import { brings, fails, get, getBroken, halfway, invalidate, loaded, pass, story } from './acts.ts'
import { Bench, failureOf, nameOf, outcomeText, valueOf } from './bench.ts'
import type { Asked } from './bench.ts'
import { loadIn, seen } from './keeping.ts'
import type { Model } from './model.ts'
import { holdsFor, isRight, loadsOf, outcomeOf } from './play.ts'
import { scripts } from './script.ts'
import type { Subject } from './subject.ts'

const busy = scripts({
  weights: { get: 6, end: 4, invalidate: 2, edge: 2 },
  capacities: [10, 2, 1],
  stales: [undefined, 50],
  fails: true,
})
const waiting = scripts({
  weights: { get: 6, end: 4, invalidate: 2, hop: 2, edge: 1 },
  isOdd: true,
  fails: true,
})
const failing = scripts({
  weights: { get: 6, end: 5, invalidate: 1, edge: 2 },
  stales: [undefined, 50],
  fails: true,
})
const hanging = scripts({
  weights: { get: 6, end: 2, invalidate: 2, pass: 1, edge: 2 },
  keys: 4,
  fails: true,
})

const options = { capacity: 10, ttlMs: 100 }
const HERD = 1000

const tight = { capacity: 1, staleMs: 50 }

const busyStories = [
  // A load that was overtaken ends, one way or the other, while the next one is under way.
  story({}, get('A'), invalidate('A'), get('A'), brings(), get('A')),
  story({}, get('A'), invalidate('A'), get('A'), fails(), get('A')),
  // The old value has to go for that of B, or is too old, while a new one is on its way.
  story(tight, loaded('A'), pass(100), get('A'), get('B'), brings(1), get('A')),
  story(tight, loaded('A'), pass(100), get('A'), pass(50), get('B'), brings(1), get('A')),
  ...halfway([get('A')], get('A')),
]
const failingStories = [story({}, get('A'), fails(), get('A')), story({}, getBroken('A'), get('A'))]

/** While a load is under way nobody begins another one. */
export async function loadsOnce(subject: Subject): Promise<void> {
  await holdsFor(subject, busyStories, busy, { get: onceOne })
}

function onceOne(one: Asked): string | undefined {
  const { expected, loads } = one
  if (loads > 1)
    return `${nameOf(one)} calls its load ${counted(loads, 'time')}: once or not at all.`
  if (loads <= loadsOf(one)) return undefined
  if (expected.kind === 'waits') {
    const { on, isEnding } = expected
    const state = isEnding && on.result ? `${outcomeText(on.result)} just then` : 'is under way'
    return `${nameOf(one)} loads, though load ${on.n} of it ${state}.`
  }
  return expected.kind === 'stale'
    ? `${nameOf(one)} loads, though a load of it is under way.`
    : undefined
}

/** A page that everybody opens at once is loaded once. */
export async function bearsHerds(subject: Subject): Promise<void> {
  const nobody = await herdOf(new Bench(subject, options), 'a key that nobody has loaded')
  const stale = new Bench(subject, { ...options, staleMs: 50 })
  stale.get('A')
  await stale.settle()
  stale.end(1, valueOf(1))
  await stale.pass(options.ttlMs)
  await herdOf(stale, 'a key whose value is stale')
  const left = nobody.gets.find((one) => !isRight(one, nobody.model))
  if (left === undefined) return
  const wanted = outcomeText(outcomeOf(left, nobody.model))
  const name = `Of ${grouped(HERD)} gets at once of a key, ${nameOf(left)}`
  throw new BrokenPromise(`${name} ${seen(left)}: it has to be one that ${wanted}.`)
}

async function herdOf(bench: Bench, what: string): Promise<Bench> {
  const herd = Array.from({ length: HERD }, () => bench.get('A'))
  await bench.settle()
  const loads = herd.reduce((sum, one) => sum + one.loads, 0)
  if (loads > 1) {
    const many = `${grouped(HERD)} gets at once of ${what}`
    throw new BrokenPromise(`${many} begin ${counted(loads, 'load')}: one is enough.`)
  }
  const [first] = herd
  if (first === undefined) throw new Error('sentinel-cache-loading.ts: nobody asks')
  bench.end(first.n, valueOf(first.n))
  await bench.settle()
  return bench
}

/** Everybody who waits hears what it has come to. */
export async function tellsWaiters(subject: Subject): Promise<void> {
  await holdsFor(subject, [], waiting, { get: toldOne })
}

function toldOne(one: Asked, model: Model): string | undefined {
  const { expected, outcome } = one
  const is = outcomeText(outcome)
  if (outcome.kind === 'no-promise') return `${nameOf(one)} ${is}.`
  const waits = expected.kind === 'waits' || expected.kind === 'loads'
  if (!waits || one.loads !== loadsOf(one) || outcome.kind === 'escaped') return undefined
  const n = expected.kind === 'waits' ? expected.on.n : one.n
  const wanted = outcomeOf(one, model)
  if (wanted.kind === 'pending') return `${nameOf(one)} ${is}, but load ${n} is still under way.`
  const came = `load ${n} ${outcomeText(wanted)}`
  return `${nameOf(one)} ${outcome.kind === 'pending' ? 'still waits' : is}, but ${came}.`
}

/** A failure is told, and forgotten. */
export async function forgetsFailures(subject: Subject): Promise<void> {
  await asksAgainAtOnce(subject)
  await holdsFor(subject, failingStories, failing, { get: failedOne })
}

function failedOne(one: Asked, model: Model): string | undefined {
  const { expected, outcome, loads } = one
  if (outcome.kind === 'escaped') {
    return `${nameOf(one)} throws what its load throws: it has to give a promise that rejects.`
  }
  if (expected.kind !== 'loads' || expected.why !== 'failed' || loads > 0) return undefined
  // Some load has brought that: why it is given is a matter of other promises.
  if (outcome.kind === 'value' && loadIn(outcome.value, model)) return undefined
  return `${nameOf(one)} does not load, because the last load has failed: it ${seen(one)}.`
}

/** Whoever hears of a failure may ask again at once. */
async function asksAgainAtOnce(subject: Subject): Promise<void> {
  const bench = new Bench(subject, options)
  const first = bench.get('A')
  await bench.settle()
  const again: Asked[] = []
  const settled = first.answer?.then(
    () => undefined,
    () => void again.push(bench.get('A')),
  )
  bench.end(1, failureOf(1))
  await bench.settle()
  const [second] = again
  if (settled === undefined || second === undefined || second.loads > 0) return
  bench.broken(
    `Whoever hears of the failure of load 1 asks again at once: ${nameOf(second)} does not load.`,
  )
}

/** What hangs is a matter of its own key. */
export async function goesOn(subject: Subject): Promise<void> {
  await holdsFor(subject, [], hanging, { get: hangingOne })
}

function hangingOne(one: Asked): string | undefined {
  const { expected, outcome, loads } = one
  if (expected.kind !== 'loads' || loads > 0 || outcome.kind === 'value') return undefined
  // Who waits for a load that was overtaken breaks another promise.
  if (expected.why === 'invalidated') return undefined
  return `${nameOf(one)} ${outcomeText(outcome)} and does not load, but nothing of it is under way.`
}
