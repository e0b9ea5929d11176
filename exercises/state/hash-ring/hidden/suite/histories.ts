import { counted } from '@five-pillars/suite'
import fc from 'fast-check'

import { ALL_PLACES, placeOf } from './place-hash.ts'
import type { PlaceHash } from './place-hash.ts'
import { Session } from './session.ts'
import type { Subject } from './session.ts'

const NODES_MAX = 6
const STEPS_MAX = 12

/** One call as data; `node` is an index into a pool of names, `key` into the keys. */
type Step = { kind: 'add' | 'remove'; node: number } | { kind: 'ask'; key: number }

/** A ring and what it went through. */
export interface History {
  readonly pool: readonly string[]
  readonly vnodes: number
  readonly hash: PlaceHash
  readonly steps: readonly Step[]
}

/** The last ones are what a plain object, a falsy test or a number as text gets wrong. */
export const keys: readonly string[] = [
  ...Array.from({ length: 14 }, (_, index) => `k${index + 1}`),
  '',
  '10',
  'a#1',
  'A',
  'constructor',
  '__proto__',
]

/**
 * Shrinking tends to the letters; the others are what a falsy test, a plain object, a label that is
 * taken apart, a label of two meanings or a comparison by locale gets wrong.
 */
export const pools: readonly (readonly string[])[] = [
  ['A', 'B', 'C', 'D', 'E', 'F'],
  ['', '0', 'null', 'undefined', 'false', ' '],
  ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'],
  ['a', 'a#1', 'a#1#1', '1#a', 'a#', '#'],
  ['a', 'a1', 'a11', '1a', '11a', '1'],
  ['10', '9', '1', '01', '100', '-1'],
  ['\u00e9', 'e\u0301', 'a', 'a\u200d', 'B', 'b'],
]

/** With few places points collide all the time. */
const hashes = fc.record({
  places: fc.constantFrom(1, 7, 97, ALL_PLACES, ALL_PLACES),
  seed: fc.nat({ max: 9999 }),
})

const node = fc.nat({ max: NODES_MAX - 1 })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('add'), node }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove'), node }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('ask'), key: fc.nat({ max: keys.length - 1 }) }),
  },
)

const steps = fc
  .tuple(fc.nat({ max: NODES_MAX }), fc.array(step, { maxLength: STEPS_MAX, size: 'max' }))
  .map(([members, later]) => [...addAll(members), ...later])

export const histories: fc.Arbitrary<History> = fc.record({
  pool: fc.constantFrom(...pools),
  vnodes: fc.constantFrom(1, 2, 3, 5, 20),
  hash: hashes,
  steps,
})

/** A fresh ring that has gone through a history, in which it was asked for owners or replicas. */
export function playHistory(subject: Subject, history: History, replicas?: number): Session {
  const session = freshRing(subject, history)
  for (const each of history.steps) makeStep(each, session, history.pool, replicas)
  return session
}

export function freshRing(subject: Subject, { vnodes, hash }: History): Session {
  return new Session(subject, { vnodes, hash: (text) => placeOf(text, hash) })
}

export function makeStep(
  each: Step,
  session: Session,
  pool: readonly string[],
  replicas?: number,
): void {
  switch (each.kind) {
    case 'add':
      session.add(nodeOf(each.node, pool))
      break
    case 'remove':
      session.remove(nodeOf(each.node, pool))
      break
    case 'ask':
      session.ask(keys[each.key] ?? '', replicas)
      break
  }
}

/** The line of a story that says what the ring was made of. */
export function settingOf({ vnodes, hash }: History, key: string): string {
  const numbers =
    hash.places === ALL_PLACES ? '' : `, which knows ${counted(hash.places, 'place')} only,`
  return `  vnodes ${vnodes}; hash${numbers} gives ${placeOf(key, hash)} for this key`
}

function nodeOf(index: number, pool: readonly string[]): string {
  const name = pool[index]
  if (name === undefined) throw new Error('sentinel-hash-ring-histories.ts: a pool has six names')
  return name
}

function addAll(members: number): Step[] {
  return Array.from({ length: members }, (_, index) => ({ kind: 'add', node: index }))
}
