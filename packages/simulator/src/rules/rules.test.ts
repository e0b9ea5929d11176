import { describe, expect, test } from 'vitest'

import { raftWorld } from '../../fixtures/raft/raft-scenario.ts'
import { tinyWorld } from '../../fixtures/worlds/tiny.ts'
import type { Emitted } from '../engine/observer.ts'
import type { Operation } from '../history/operation.ts'
import { unmetDangers } from '../scenario/dangers.ts'
import type { EndCheck, Invariant } from '../scenario/definition.ts'
import { simulate } from '../scenario/simulate.ts'
import { agree } from './agree.ts'
import { replicasConverge } from './convergence.ts'
import { linearizableRegister } from './linearizable-register.ts'
import { neverBack } from './never-back.ts'
import { once } from './once.ts'
import { eventually, progressAfterHeal } from './progress.ts'
import { readsNeverGoBack, readsOwnWrites } from './session-guarantees.ts'

/** What an invariant says to each of some emitted events. */
function verdicts(invariant: Invariant, events: readonly [string, string, unknown][]): unknown[] {
  const observer = invariant.watch()
  return events.map(([node, event, data]) => observer.emit?.({ at: 0, node, event, data }))
}

describe('once', () => {
  const rule = once('leader', 'term', 'one leader per term')

  test('refuses a second node for the same value, and no other', () => {
    expect(
      verdicts(rule, [
        ['a', 'leader', { term: 1 }],
        ['a', 'leader', { term: 1 }],
        ['b', 'leader', { term: 2 }],
        ['b', 'other', { term: 1 }],
        ['b', 'leader', { term: 1 }],
      ]),
    ).toEqual([null, null, null, null, 'a and b both are leader of term 1'])
  })

  test('begins anew with each run', () => {
    expect(verdicts(rule, [['a', 'leader', { term: 1 }]])).toEqual([null])
    expect(verdicts(rule, [['b', 'leader', { term: 1 }]])).toEqual([null])
  })
})

test('agree refuses another value at the same place', () => {
  const rule = agree('apply', 'index', 'entry', 'same entry at the same index')
  expect(
    verdicts(rule, [
      ['a', 'apply', { index: 3, entry: 'x' }],
      ['b', 'apply', { index: 3, entry: 'x' }],
      ['b', 'apply', { index: 4, entry: 'y' }],
      ['c', 'apply', { index: 3, entry: 'y' }],
    ]),
  ).toEqual([null, null, null, 'two values at index 3: a has x, c has y'])
})

test('neverBack looks at what each node sends, over its crashes', () => {
  const observer = neverBack((msg) => (typeof msg === 'number' ? msg : undefined), 'up').watch()
  const sent = (from: string, msg: unknown) => observer.send?.({ at: 0, from, to: 'z', msg })
  expect([sent('a', 2), sent('b', 1), sent('a', 'text'), sent('a', 2), sent('a', 1)]).toEqual([
    null,
    null,
    null,
    null,
    'a sent 2 and later 1',
  ])
})

const call = { client: 'c1', key: 'x', output: undefined, outcome: 'ok' } as const
const end = { history: [], emitted: [], healedAt: 700, endMs: 1000, servers: ['a', 'b'] }

function said(check: EndCheck, more: { history?: Operation[]; emitted?: Emitted[] }): unknown {
  return check.check({ ...end, ...more })
}

function write(value: number, from: number, to: number): Operation {
  return { ...call, input: { kind: 'write', value }, invokedAt: from, returnedAt: to }
}

function read(output: unknown, from: number, to: number): Operation {
  return { ...call, input: { kind: 'read' }, output, invokedAt: from, returnedAt: to }
}

function answeredAt(at: number): Operation[] {
  return [write(1, at - 1, at)]
}

function ledAt(ms: number): Emitted[] {
  return [{ at: ms, node: 'a', event: 'leader', data: {} }]
}

function state(node: string, data: unknown): Emitted {
  return { at: 1, node, event: 'state', data }
}

describe('progress', () => {
  test('is an answer in the last third after the healing', () => {
    expect(said(progressAfterHeal(), { history: answeredAt(900) })).toBeNull()
    expect(said(progressAfterHeal(), { history: answeredAt(899) })).toEqual({
      text: 'no call was answered in the last 100 ms, though nothing was broken any more',
    })
  })

  test('is an event after the healing, in time', () => {
    expect(said(eventually('leader'), { emitted: ledAt(701) })).toBeNull()
    expect(said(eventually('leader'), { emitted: ledAt(699) })).not.toBeNull()
    expect(said(eventually('leader', 50), { emitted: ledAt(751) })).toEqual({
      text: 'no leader from 700 ms to 750 ms',
    })
  })
})

describe('clients', () => {
  test('that read an old value break the register and their session', () => {
    const history = [write(1, 0, 1), write(2, 2, 3), read(1, 4, 5)]
    expect(said(linearizableRegister(), { history })).toMatchObject({ at: 5 })
    expect(said(readsOwnWrites(), { history })).not.toBeNull()
    expect(
      said(readsNeverGoBack(), { history: [...history, read(2, 6, 7), read(1, 8, 9)] }),
    ).not.toBeNull()
  })

  test('that read the newest break nothing', () => {
    const history = [write(1, 0, 1), read(1, 2, 3), write(2, 4, 5), read(2, 6, 7)]
    for (const check of [linearizableRegister(), readsOwnWrites(), readsNeverGoBack()]) {
      expect(said(check, { history })).toBeNull()
    }
  })

  test('that got what no register can hold break it', () => {
    expect(said(linearizableRegister(), { history: [read({ a: 1 }, 0, 1)] })).not.toBeNull()
    expect(() =>
      said(linearizableRegister(), {
        history: [{ ...call, input: 7, invokedAt: 0, returnedAt: 1 }],
      }),
    ).toThrow('not a call of a register: 7')
  })
})

test('replicas converge when what they said last is equal, and all said something', () => {
  const check = replicasConverge('state')
  expect(said(check, { emitted: [state('a', 1), state('a', 2), state('b', 2)] })).toBeNull()
  expect(said(check, { emitted: [state('a', 1), state('b', 2)] })).not.toBeNull()
  expect(said(check, { emitted: [state('a', 1)] })).toEqual({ text: 'b never said what it has' })
})

describe('dangers', () => {
  const raft = simulate(raftWorld())
  const wanted = raft.definition.sometimes ?? []

  test('are met by the swarm within a few seeds', () => {
    const reports = Array.from({ length: 40 }, (_, seed) => raft.run({ seed, runMs: 3000 }))
    expect(unmetDangers(wanted, reports)).toEqual([])
  })

  test('that no run met are named', () => {
    const calm = simulate({ ...raftWorld(), profile: {}, faults: [], adversary: [] })
    expect(unmetDangers(wanted, [calm.run({ seed: 1, runMs: 2000 })])).toEqual([
      'leader changed',
      'entry overwritten',
    ])
  })

  test('a world without any counts what happens to it all the same', () => {
    const plan = [{ kind: 'crash', at: 5, for: 5, node: 'a' } as const]
    expect(simulate(tinyWorld(() => ({}))).run({ seed: 1, plan }).coverage).toEqual({
      crash: 1,
      restart: 1,
      pause: 0,
      partition: 0,
      lost: 0,
      duplicate: 0,
    })
  })
})
