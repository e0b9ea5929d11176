import { kept } from '@five-pillars/suite'
import fc from 'fast-check'

import type { Call } from './calls.ts'

const MEMBERS_MAX = 5
const STEPS_MAX = 35
const LEASES_MAX = 12

/**
 * Shrinking tends to the letters; the others are what a plain object as a map, a falsy test, a
 * composite key or an order by number gets wrong.
 */
const pools = fc.constantFrom(
  ['A', 'B', 'C', 'D', 'E'],
  ['B', 'A', 'E', 'D', 'C'],
  ['10', '9', '1', '01', ''],
  ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype'],
  ['a', 'a#1', 'a#2', 'a:1', 'A'],
  ['', ' ', 'null', 'undefined', '0'],
)

/** Two to five ids: few ids meet often, many ids make long rounds. */
export const idPools: fc.Arbitrary<readonly string[]> = fc
  .tuple(pools, fc.integer({ min: 2, max: MEMBERS_MAX }))
  .map(([pool, size]) => pool.slice(0, size))

const id = fc.nat({ max: MEMBERS_MAX - 1 })
const outcome = fc.constantFrom('ok', 'error', 'timeout')
const lease = fc.nat({ max: LEASES_MAX - 1 })

const step = fc.oneof(
  { weight: 8, arbitrary: acquires(1) },
  { weight: 1, arbitrary: acquires(LEASES_MAX) },
  { weight: 5, arbitrary: one(fc.record({ kind: fc.constant('release'), lease, outcome })) },
  {
    weight: 2,
    arbitrary: one(fc.record({ kind: fc.constant('health'), id, healthy: fc.constant(false) })),
  },
  {
    weight: 3,
    arbitrary: one(fc.record({ kind: fc.constant('health'), id, healthy: fc.constant(true) })),
  },
  { weight: 3, arbitrary: id.map((ill) => shortIllness(ill)) },
  { weight: 2, arbitrary: one(fc.record({ kind: fc.constant('add'), id })) },
  { weight: 1, arbitrary: one(fc.record({ kind: fc.constant('remove'), id })) },
  { weight: 2, arbitrary: one(fc.record({ kind: fc.constant('readd'), id })) },
  { weight: 1, arbitrary: one(fc.record({ kind: fc.constant('ask'), id })) },
)

/** Conversations that keep a few members around, most of them healthy. */
const conversations: fc.Arbitrary<Call[]> = fc
  .tuple(
    fc.nat({ max: MEMBERS_MAX }).map((members) => addAll(members)),
    fc.array(step, { maxLength: STEPS_MAX, size: 'max' }),
  )
  .map(([members, steps]) => inOrderOfAppearance([members, ...steps]))

/** Ids, what is called, and the seed of the rng that the balancer gets. */
export const plays: fc.Arbitrary<[readonly string[], Call[], number]> = kept(
  fc.tuple(idPools, conversations, fc.integer()),
)

/** The same with what is called on another balancer in between. */
export const playsOfTwo: fc.Arbitrary<[readonly string[], Call[], Call[], number]> = kept(
  fc.tuple(idPools, conversations, conversations, fc.integer()),
)

function acquires(times: number): fc.Arbitrary<Call[]> {
  if (times < 1) throw new Error('sentinel-load-balancer-conversations.ts: nothing to acquire')
  const acquire = { kind: 'acquire' } as const
  return fc.integer({ min: 1, max: times }).map((n) => Array.from({ length: n }, () => acquire))
}

/** Somebody else is served meanwhile: a balancer that only looks when asked notices it too. */
function shortIllness(ill: number): Call[] {
  return [
    { kind: 'health', id: ill, healthy: false },
    { kind: 'acquire' },
    { kind: 'health', id: ill, healthy: true },
  ]
}

function one(call: fc.Arbitrary<Call>): fc.Arbitrary<Call[]> {
  return call.map((only) => [only])
}

function addAll(members: number): Call[] {
  return Array.from({ length: members }, (_, index) => ({ kind: 'add', id: index }))
}

/** Renames ids so that the first one to appear is the first of the pool: stories start with A. */
function inOrderOfAppearance(steps: readonly (readonly Call[])[]): Call[] {
  const names = new Map<number, number>()
  const named = (call: Call): Call => {
    if (!('id' in call)) return call
    const name = names.get(call.id) ?? names.size
    names.set(call.id, name)
    return { ...call, id: name }
  }
  const calls: Call[] = []
  for (const ofStep of steps) for (const call of ofStep) calls.push(named(call))
  return calls
}
