import { describe, expect, test } from 'vitest'

import saved from '../data/retry-storm.json'
import { numbersOf, perSecond, timesOf } from './emissions.ts'
import { measureRetryStorm } from './measure-retry-storm.ts'
import { outage, policies, retryStorm, retryStorms } from './retry-storm.ts'
import type { PolicyId } from './retry-storm.ts'
import { sum } from './statistics.ts'

const ids = [
  'none',
  'immediate',
  'backoff',
  'backoff-drop',
  'budget',
  'budget-drop',
] as const satisfies readonly PolicyId[]

const SHORT = { ...outage, durationMs: 30_000 }
const SECONDS = SHORT.durationMs / 1000

describe.each(ids)('an outage of five seconds with policy %s', (id) => {
  const report = retryStorm(policies[id], SHORT).run({ seed: 11 })
  const [calls, retries, inTime] = ['call', 'retry', 'in time'].map((event) =>
    timesOf(report.emitted, event),
  )
  const goodPerS = perSecond(inTime ?? [], SECONDS)

  test('loses no call before the outage and answers none within it', () => {
    expect(report.coverage['pause']).toBe(1)
    const callsPerS = perSecond(calls ?? [], SECONDS)
    expect(sum(goodPerS.slice(0, 9)) / sum(callsPerS.slice(0, 9))).toBeCloseTo(1, 1)
    expect(sum(goodPerS.slice(11, 15))).toBe(0)
  })

  test('never sends a call more often than the policy allows', () => {
    expect(retries?.length).toBeLessThanOrEqual(policies[id].retries * (calls?.length ?? 0))
  })

  test('never answers faster than the server can', () => {
    expect(Math.max(...goodPerS)).toBeLessThanOrEqual(1000 / outage.serviceMs + 1)
  })

  test('is the same for the same seed', () => {
    expect(retryStorm(policies[id], SHORT).run({ seed: 11 }).hash).toBe(report.hash)
  })
})

test('a budget holds the retries of each client to its share of the calls', () => {
  const { emitted } = retryStorm(policies.budget, { ...SHORT, clients: 2 }).run({ seed: 5 })
  for (const client of ['c1', 'c2']) {
    const own = emitted.filter(({ node }) => node === client)
    const allowed = policies.budget.budget * timesOf(own, 'call').length + outage.budgetBurst
    expect(timesOf(own, 'retry').length).toBeLessThanOrEqual(allowed)
  }
})

test('two servers side by side share neither clients nor calls', () => {
  const lanes = [
    { server: 'A', policy: policies.none },
    { server: 'B', policy: policies.none },
  ] as const
  const { trace } = retryStorms(lanes, { ...SHORT, clients: 2 }).run({ seed: 5, full: true })
  const ways = trace?.events.flatMap((event) =>
    event.kind === 'send' && event.from.startsWith('c') ? [`${event.from} to ${event.to}`] : [],
  )
  expect([...new Set(ways)].toSorted()).toEqual(['c1 to A', 'c2 to A', 'c3 to B', 'c4 to B'])
})

test('a server counts as useful what a client still waits for', () => {
  const { emitted } = retryStorm(policies.budget, SHORT).run({ seed: 11 })
  // An answer that is sent just in time may come too late.
  const inTime = timesOf(emitted, 'in time').length
  expect(numbersOf(emitted, 'useful').at(-1)).toBeGreaterThanOrEqual(inTime)
  expect(numbersOf(emitted, 'useful').at(-1)).toBeLessThan(inTime + 10)
})

test('the saved measurement is what the outage gives today', { timeout: 60_000 }, () => {
  expect(measureRetryStorm(), 'Run: npm --prefix decks/work run measure').toEqual(saved)
})
