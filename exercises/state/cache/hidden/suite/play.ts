import { VirtualTime } from '@five-pillars/simulator'
import { holdsLater } from '@five-pillars/suite'
import type fc from 'fast-check'

import { Bench, failureOf, valueOf } from './bench.ts'
import type { Asked, Outcome } from './bench.ts'
import type { Load, Model, Result } from './model.ts'
import type { Act, Script } from './script.ts'
import type { Subject } from './subject.ts'

/** Says what is wrong with a `get`, if that is a matter of this promise. */
type Judge = (one: Asked, model: Model) => string | undefined

/** Looks at a cache whenever promises have gone on. */
type Look = (bench: Bench) => string | undefined

export interface Judges {
  readonly get?: Judge
  readonly look?: Look
}

/** Scripts for each case that `FUZZ_RUNS` asks for: each says as much as many plain values. */
const FACTOR = 0.5

/** No script has as many keys. */
const ROOMY = 10

/** Plays stories that somebody has thought of, and then those that chance makes. */
export async function holdsFor(
  subject: Subject,
  stories: readonly Script[],
  cases: fc.Arbitrary<Script>,
  judges: Judges,
): Promise<void> {
  for (const script of stories) await play(subject, script, judges)
  await holdsLater([cases], (script) => play(subject, script, judges), { factor: FACTOR })
}

/**
 * Plays a script up to its end, or to something wrong that is a matter of another promise: from then
 * on the cache holds something else, and what it does says nothing about this one.
 */
async function play(subject: Subject, script: Script, judges: Judges): Promise<void> {
  if (script.acts.length === 0) throw new Error('sentinel-cache-play.ts: nothing is done')
  const bench = new Bench(subject, script.options, new VirtualTime(script.startMs))
  let batch: Act[] = []
  for (const act of script.acts) {
    if (isApart(act, batch, script)) {
      if (!(await turn(bench, judges))) return
      batch = []
    }
    if (act.kind === 'pass') await bench.pass(act.ms)
    else if (act.kind === 'edge') await bench.pass(msToEdge(bench, act.isBefore))
    else if (act.kind === 'hop') {
      // Not in a function of its own: to wait for that takes another hop.
      for (let nth = 0; nth < act.hops; nth++) await Promise.resolve()
    }
    // In one breath: not even a promise goes on between two hasty acts.
    else doAct(bench, act)
    batch.push(act)
    if (act.kind === 'hop' || ('isHasty' in act && act.isHasty)) continue
    if (!(await turn(bench, judges))) return
    batch = []
  }
  await turn(bench, judges)
}

/**
 * Whether promises have to go on before an act, since it depends on them how far they have come.
 * Time passes after them. In which order two loads of one moment are held, says who may stay where
 * there is no room. And a load that has failed is under way, or is not any more.
 */
function isApart(act: Act, batch: readonly Act[], { options }: Script): boolean {
  if (batch.length === 0) return false
  if (act.kind === 'pass' || act.kind === 'edge') return true
  if (batch.some((one) => one.kind === 'get' && one.isBroken)) return true
  const ends = batch.filter((one) => one.kind === 'end')
  if (act.kind === 'end') return ends.length > 0 && options.capacity < ROOMY
  const hasHopped = batch.some(({ kind }) => kind === 'hop')
  return act.kind === 'get' && hasHopped && ends.some(({ isFailing }) => isFailing)
}

function doAct(bench: Bench, act: Extract<Act, { kind: 'get' | 'end' | 'invalidate' }>): void {
  switch (act.kind) {
    case 'get':
      return void bench.get(act.key, act.isBroken)
    case 'invalidate':
      return bench.invalidate(act.key)
    case 'end': {
      const { underWay } = bench.model
      const load = underWay[act.pick % Math.max(1, underWay.length)]
      return load === undefined ? undefined : bench.end(load.n, resultOf(act, load.n))
    }
  }
}

function resultOf(act: Extract<Act, { kind: 'end' }>, n: number): Result {
  if (act.isFailing === true) {
    return act.reason === undefined ? failureOf(n) : { kind: 'error', ...act.reason }
  }
  return act.odd === undefined ? valueOf(n) : { kind: 'value', ...act.odd }
}

function msToEdge({ model, time }: Bench, isBefore: boolean): number {
  const edge = model.nextEdge(time.now) ?? time.now + 1
  return Math.max(0, edge - time.now - (isBefore ? 1 : 0))
}

/** Lets promises go on, and looks; false where something is wrong that is not asked for here. */
async function turn(bench: Bench, { get, look }: Judges): Promise<boolean> {
  await bench.settle()
  for (const one of bench.gets) {
    if (isRight(one, bench.model)) continue
    const wrong = get?.(one, bench.model)
    if (wrong === undefined) return false
    bench.broken(wrong)
  }
  const wrong = look?.(bench)
  return wrong === undefined ? true : bench.broken(wrong)
}

export function isRight(one: Asked, model: Model): boolean {
  return one.loads === loadsOf(one) && isSame(one.outcome, outcomeOf(one, model))
}

/** How often its load is to be called. */
export function loadsOf({ expected }: Asked): number {
  return expected.kind === 'loads' || (expected.kind === 'stale' && expected.begins) ? 1 : 0
}

/** What a `get` is to have come to by now. */
export function outcomeOf({ n, expected }: Asked, { loads }: Model): Outcome {
  switch (expected.kind) {
    case 'held':
    case 'stale':
      return expected.by.result ?? { kind: 'pending' }
    case 'waits':
      return ended(expected.on)
    case 'loads':
      return ended(loads.get(n))
  }
}

function ended(load: Load | undefined): Outcome {
  return load?.endedAt === undefined || load.result === undefined
    ? { kind: 'pending' }
    : load.result
}

function isSame(one: Outcome, other: Outcome): boolean {
  if (one.kind === 'value') return other.kind === 'value' && Object.is(one.value, other.value)
  if (one.kind === 'error') return other.kind === 'error' && isSameError(one.error, other.error)
  return one.kind === other.kind
}

/** Errors of another realm are told by what they say. */
function isSameError(one: unknown, other: unknown): boolean {
  return messageOf(one) === messageOf(other)
}

function messageOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'message' in error ? error.message : error
}
