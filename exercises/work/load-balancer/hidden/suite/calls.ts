import fc from 'fast-check'

import type { Choice, Session } from './session.ts'

/** One call as data; `id` is an index into a pool of ids, `lease` into the leases so far. */
export type Call =
  | { kind: 'add' | 'remove' | 'readd' | 'ask'; id: number }
  | { kind: 'health'; id: number; healthy: boolean }
  | { kind: 'acquire' }
  | { kind: 'release'; lease: number; outcome: 'ok' | 'error' | 'timeout' }

/**
 * Two to five ids. Shrinking tends to the letters; the others are what a plain object as a map, a falsy
 * test, a composite key or an order by number gets wrong.
 */
const pools = fc.constantFrom(
  ['A', 'B', 'C', 'D', 'E'],
  ['B', 'A', 'E', 'D', 'C'],
  ['10', '9', '1', '01', ''],
  ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype'],
  ['a', 'a#1', 'a#2', 'a:1', 'A'],
  ['', ' ', 'null', 'undefined', '0'],
)

/** Few ids meet often, many ids make long rounds. */
export const idPools: fc.Arbitrary<readonly string[]> = fc
  .tuple(pools, fc.integer({ min: 2, max: 5 }))
  .map(([pool, size]) => pool.slice(0, size))

const id = fc.nat({ max: 4 })
const outcome = fc.constantFrom('ok', 'error', 'timeout')

/** Conversations of up to 40 calls that keep a few members around, most of them healthy. */
export const conversations: fc.Arbitrary<Call[]> = fc
  .tuple(
    fc.array(fc.record({ kind: fc.constant('add'), id }), { maxLength: 5, size: 'max' }),
    fc.array(
      fc.oneof(
        { weight: 8, arbitrary: fc.constant({ kind: 'acquire' } as const) },
        { weight: 5, arbitrary: release(12) },
        { weight: 2, arbitrary: health(false) },
        { weight: 3, arbitrary: health(true) },
        { weight: 2, arbitrary: fc.record({ kind: fc.constant('add'), id }) },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove'), id }) },
        { weight: 2, arbitrary: fc.record({ kind: fc.constant('readd'), id }) },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant('ask'), id }) },
      ),
      { maxLength: 35, size: 'max' },
    ),
  )
  .map(([members, calls]) => inOrderOfAppearance([...members, ...calls]))

/** Renames ids so that the first one to appear is the first of the pool: stories start with A. */
function inOrderOfAppearance(calls: readonly Call[]): Call[] {
  const names = new Map<number, number>()
  return calls.map((call) => {
    if (!('id' in call)) return call
    const name = names.get(call.id) ?? names.size
    names.set(call.id, name)
    return { ...call, id: name }
  })
}

function release(leases: number): fc.Arbitrary<Call> {
  return fc.record({ kind: fc.constant('release'), lease: fc.nat({ max: leases - 1 }), outcome })
}

function health(healthy: boolean): fc.Arbitrary<Call> {
  return fc.record({ kind: fc.constant('health'), id, healthy: fc.constant(healthy) })
}

/** Makes one call in a session; returns what `acquire` answered, and null for every other call. */
export function make(call: Call, session: Session, pool: readonly string[]): Choice | null {
  if (call.kind === 'acquire') return session.acquire()
  if (call.kind === 'release') session.release(call.lease, call.outcome)
  else makeWithId(call, session, nameOf(call.id, pool))
  return null
}

function nameOf(index: number, pool: readonly string[]): string {
  const name = pool[index % pool.length]
  if (name === undefined) throw new Error('sentinel-load-balancer-calls.ts: a pool has ids')
  return name
}

function makeWithId(call: Extract<Call, { id: number }>, session: Session, name: string): void {
  switch (call.kind) {
    case 'add':
      session.add(name)
      break
    case 'remove':
      session.remove(name)
      break
    case 'readd':
      session.remove(name)
      session.add(name)
      break
    case 'health':
      session.setHealthy(name, call.healthy)
      break
    case 'ask':
      session.ask(name)
      break
  }
}
