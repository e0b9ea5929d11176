import { brings, fails, get, halfway, invalidate, loaded, pass, story } from './acts.ts'
import { nameOf, outcomeText } from './bench.ts'
import type { Asked } from './bench.ts'
import { loadIn } from './keeping.ts'
import type { Load, Model } from './model.ts'
import { holdsFor } from './play.ts'
import { scripts } from './script.ts'
import { textOf } from './subject.ts'
import type { Subject } from './subject.ts'

const held = scripts({
  weights: { get: 6, end: 5, invalidate: 4, edge: 2 },
  stales: [undefined, 50, 150],
})
const overtaken = scripts({
  weights: { get: 6, end: 4, invalidate: 4, hop: 3, edge: 1 },
  fails: true,
})

const heldStories = [
  story({}, loaded('A'), invalidate('A'), get('A')),
  story({ staleMs: 50 }, loaded('A'), pass(100), invalidate('A'), get('A')),
]

/** The old load ends after the new one, or before it, or after one that has failed. */
const overtakenStories = [
  story({}, get('A'), invalidate('A'), brings(), get('A')),
  story({}, get('A'), invalidate('A'), get('A'), brings(1), brings(), get('A')),
  story({}, get('A'), invalidate('A'), get('A'), brings(), get('A')),
  story({}, get('A'), invalidate('A'), get('A'), fails(1), brings(), get('A')),
  story({}, get('A'), invalidate('A'), get('A'), invalidate('A'), brings(), brings(), get('A')),
  ...halfway([get('A')], invalidate('A'), get('A')),
  // It is invalidated while it is stale and loaded anew.
  story({ staleMs: 50 }, loaded('A'), pass(100), get('A'), invalidate('A'), brings(), get('A')),
]

/** What was held is gone. */
export async function dropsHeld(subject: Subject): Promise<void> {
  await holdsFor(subject, heldStories, held, { get: heldOne })
}

/** What was on its way is too late. */
export async function overtakesLoads(subject: Subject): Promise<void> {
  await holdsFor(subject, overtakenStories, overtaken, { get: overtakenOne })
}

/** Loads that had ended by the time of the invalidation. */
function heldOne(one: Asked, model: Model): string | undefined {
  return pastIn(one, model, (isHeld) => isHeld)
}

function overtakenOne(one: Asked, model: Model): string | undefined {
  const { expected, outcome, loads, key } = one
  if (outcome.kind !== 'value' && loads === 0 && expected.kind === 'loads') {
    const late = [...model.loads.values()].findLast((load) => load.key === key && isPast(load, one))
    if (late === undefined) return undefined
    const does = outcome.kind === 'pending' ? `waits for load ${late.n}` : outcomeText(outcome)
    return `${nameOf(one)} ${does}: load ${late.n} began before the key was invalidated.`
  }
  return pastIn(one, model, (isHeld) => !isHeld)
}

function pastIn(
  one: Asked,
  model: Model,
  isMeant: (isHeld: boolean) => boolean,
): string | undefined {
  if (one.outcome.kind !== 'value') return undefined
  const load = loadIn(one.outcome.value, model)
  if (load?.past === undefined || load.key !== one.key || !isPast(load, one)) return undefined
  if (!isMeant(load.past.wasHeld)) return undefined
  const gives = `${nameOf(one)} gives ${textOf(one.outcome.value)}`
  return `${gives}: load ${load.n} began before the key was invalidated.`
}

function isPast({ past, n }: Load, one: Asked): boolean {
  if (n < 1) throw new Error('sentinel-cache-invalidating.ts: loads are counted from 1')
  return past !== undefined && one.n >= past.from
}
