import * as subject from '#subject'
import { describe, expect, test } from 'vitest'

import { Bench } from '../bench.ts'
import type { Sent } from '../bench.ts'
import { scenario } from '../scenario.ts'
import type { Entry } from '../src/replicated-store.ts'

const first: Entry = { epoch: 1, at: 10, key: 'x', value: '1', format: 1 }
const second: Entry = { epoch: 1, at: 20, key: 'y', value: '2', format: 1 }

describe('following', () => {
  test('entries are confirmed, up to the last of them', () => {
    const a = new Bench(subject)
    const entries = [first, second]
    const sent = a.receive('b', { t: 'Append', epoch: 1, prev: 0, prevEpoch: 0, entries })
    expect(said(sent)).toEqual([{ to: 'b', msg: { t: 'Appended', epoch: 1, upTo: 2 } }])
  })

  test('whoever fences it sees its log', () => {
    const a = new Bench(subject)
    a.receive('b', { t: 'Append', epoch: 1, prev: 0, prevEpoch: 0, entries: [first] })
    const sent = a.receive('c', { t: 'Fence', epoch: 2 })
    expect(said(sent)).toEqual([{ to: 'c', msg: { t: 'Fenced', epoch: 2, log: [first] } }])
  })

  test('an earlier epoch is refused', () => {
    const a = new Bench(subject)
    a.receive('b', { t: 'Fence', epoch: 2 })
    const sent = a.receive('c', { t: 'Fence', epoch: 1 })
    expect(said(sent)).toEqual([{ to: 'c', msg: { t: 'Refused', epoch: 2 } }])
  })
})

describe('leading', () => {
  test('two of three make a leader', () => {
    const a = new Bench(subject)
    expect(said(a.promote(1))).toEqual([
      { to: 'b', msg: { t: 'Fence', epoch: 1 } },
      { to: 'c', msg: { t: 'Fence', epoch: 1 } },
    ])
    a.receive('b', { t: 'Fenced', epoch: 1, log: [] })
    expect(eventsOf(a)).toEqual(['leader'])
  })

  test('a write is acknowledged when another one has it', () => {
    const a = new Bench(subject)
    a.promote(1)
    a.receive('b', { t: 'Fenced', epoch: 1, log: [] })
    const request = a.put('x', '1')
    expect(eventsOf(a)).toEqual(['leader'])
    a.receive('b', { t: 'Appended', epoch: 1, upTo: 1 })
    expect(eventsOf(a)).toEqual(['leader', `acked ${request}`])
  })
})

describe('restoring', () => {
  test('what was deleted comes back', () => {
    const a = new Bench(subject, { mode: 'async' })
    a.promote(1)
    a.receive('b', { t: 'Fenced', epoch: 1, log: [] })
    a.put('x', '1')
    a.passTo(1000)
    a.put('x', null)
    a.restoreFrom(a.takeBackup(), 500)
    const last = a.takeBackup().entries.findLast(({ key }) => key === 'x')
    expect(last?.value).toBe('1')
  })
})

describe('world', () => {
  test('where nothing breaks, five replicas hold one log', () => {
    const calm = { nodes: 5, latencyMs: 5, loss: 0, duplicate: 0, tail: 0, adversary: 0 } as const
    const report = scenario(subject).run({ seed: 1, plan: [], profile: calm })
    report.assert()
    expect(report.findings).toEqual([])
  })
})

function said(sent: readonly Sent[]): unknown[] {
  return sent.map(({ to, msg }) => ({ to, msg }))
}

function eventsOf({ events }: Bench): string[] {
  return events.map(({ event, data }) => (event === 'leader' ? event : `${event} ${String(data)}`))
}
