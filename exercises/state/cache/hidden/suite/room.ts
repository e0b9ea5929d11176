import { counted } from '@five-pillars/suite'

import { brings, get, loaded, pass, story } from './acts.ts'
import { nameOf } from './bench.ts'
import type { Asked, Bench } from './bench.ts'
import { valueText } from './keeping.ts'
import type { Model } from './model.ts'
import { holdsFor, loadsOf } from './play.ts'
import { scripts } from './script.ts'
import { textOf } from './subject.ts'
import type { Subject } from './subject.ts'

const tight = scripts({
  weights: { get: 8, end: 7, invalidate: 1, pass: 1, edge: 2 },
  capacities: [2, 1, 3],
  stales: [undefined, undefined, 50],
  keys: 4,
  fails: true,
})
const used = scripts({
  weights: { get: 8, end: 7, invalidate: 1, pass: 1, edge: 1 },
  capacities: [2, 3],
  stales: [undefined, undefined, 50],
  keys: 4,
})

const two = { capacity: 2 }
const stale = { capacity: 2, staleMs: 50 }

const roomStories = [
  story(two, loaded('A', 'B', 'C')),
  story(two, loaded('A', 'B'), pass(100)),
  story(stale, loaded('A', 'B'), pass(100), get('A'), brings()),
  story(two, loaded('A'), pass(50), loaded('B'), get('A'), pass(50)),
  story(two, loaded('A', 'B'), get('C')),
]

const usedStories = [
  // A was used after B, so that C takes the place of B.
  story(two, loaded('A', 'B'), get('A'), loaded('C'), get('A'), get('B')),
  // A is too old by then, and takes no room, whether somebody has asked for it or not.
  story(
    two,
    loaded('A'),
    pass(50),
    loaded('B'),
    pass(49),
    get('A'),
    pass(1),
    loaded('C'),
    get('B'),
  ),
  story(two, loaded('A'), pass(50), loaded('B'), pass(50), get('A'), get('C'), brings(1), get('B')),
  // To be given while it is stale is to be used.
  story(stale, loaded('A', 'B'), pass(100), get('A'), get('C'), brings(1), get('A')),
  // What is stale and was used just now stays, and what is fresh and was not goes.
  story(
    stale,
    loaded('A'),
    pass(60),
    loaded('B'),
    pass(40),
    get('A'),
    get('C'),
    brings(1),
    get('A'),
  ),
  // A new value is used when it comes, though B was given after the request for it.
  story(
    stale,
    loaded('A', 'B'),
    pass(100),
    get('A'),
    get('B'),
    brings(),
    get('C'),
    brings(1),
    get('A'),
  ),
]

/** There are never more values than there is room, and `size` says how many. */
export async function keepsToRoom(subject: Subject): Promise<void> {
  await holdsFor(subject, roomStories, tight, { look: sizeOf })
}

function sizeOf(bench: Bench): string | undefined {
  const { options } = bench.model
  const got = bench.size()
  const wanted = bench.model.size(bench.time.now)
  if (got === wanted) return undefined
  if (typeof got === 'number' && got > options.capacity) {
    return `size gives ${got} at ${bench.time.now} ms, but there is room for ${counted(options.capacity, 'value')}.`
  }
  return `size gives ${textOf(got)} at ${bench.time.now} ms, but ${counted(wanted, 'value')} can be given.`
}

/** Where there is no room, the value goes that nobody has used for longest. */
export async function evictsUnused(subject: Subject): Promise<void> {
  await holdsFor(subject, usedStories, used, { get: usedOne })
}

function usedOne(one: Asked, model: Model): string | undefined {
  const { expected, loads, outcome, wasCrowded } = one
  const isHeld = expected.kind === 'held' || expected.kind === 'stale'
  const { capacity } = model.options
  if (isHeld && wasCrowded && (loads > loadsOf(one) || outcome.kind === 'pending')) {
    const last = capacity === 1 ? 'the one' : `one of the ${capacity}`
    return `${nameOf(one)} finds nothing, but ${valueText(expected.by)} has to be held: it is ${last} used last.`
  }
  if (expected.kind !== 'loads' || expected.why !== 'evicted') return undefined
  if (loads > 0 || outcome.kind !== 'value') return undefined
  return `${nameOf(one)} gives ${textOf(outcome.value)}, but ${counted(capacity, 'value')} were used after it, and there is no more room.`
}

if (roomStories.length === 0) throw new Error('sentinel-cache-room.ts: no stories')
