import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import saved from '../data/election.json'
import { election } from './election.ts'
import { firstLeaderMs } from './measure-election.ts'

describe('an election', () => {
  test('gives no term two leaders, whatever breaks', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(3, 4, 5), (seed, servers) => {
        expect(election({ servers }).run({ seed }).findings).toEqual([])
      }),
    )
  })

  test('with equal waits never ends, whatever the messages do', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(2, 3, 5), (seed, servers) => {
        const world = election({ servers, spreadMs: 0 })
        const { emitted } = world.run({ seed, plan: [], runMs: 2000 })
        expect(emitted.filter(({ event }) => event === 'leads')).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  test('with random waits ends', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        expect(firstLeaderMs(150, seed)).not.toBeNull()
      }),
    )
  })
})

test('the saved times are those of today', () => {
  for (const { spreadMs, some } of saved.rows.filter(({ led }) => led > 0)) {
    const times = some.slice(0, 10).map((_, index) => firstLeaderMs(spreadMs, index + 1))
    expect(
      times.map((ms) => Math.round(Number(ms))),
      'Run: npm --prefix decks/truth run measure',
    ).toEqual(some.slice(0, 10))
  }
})

test('the further the waits are apart, the sooner the slowest election ends', () => {
  const slowest = saved.rows.flatMap(({ p99Ms }) => p99Ms ?? [])
  expect(slowest).toEqual(slowest.toSorted((a, b) => b - a))
  expect(saved.rows[0]?.led).toBe(0)
})
