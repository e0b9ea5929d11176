import { describe, expect, test } from 'vitest'

import { outage, policies, runOutage } from './retry-storm.ts'
import type { PolicyId } from './retry-storm.ts'

const ids = [
  'none',
  'immediate',
  'backoff',
  'backoff-drop',
  'budget',
  'budget-drop',
] as const satisfies readonly PolicyId[]

describe.each(ids)('an outage of five seconds with policy %s', (id) => {
  const run = runOutage(policies[id], 11)

  test('loses no call before the outage and answers none within it', () => {
    expect(sum(run.goodBySecond.slice(0, 9)) / sum(run.callsBySecond.slice(0, 9))).toBeCloseTo(1, 1)
    expect(sum(run.goodBySecond.slice(11, 15))).toBe(0)
  })

  test('never sends a call more often than the policy allows', () => {
    const { retries } = policies[id]
    expect(sum(run.attemptsBySecond)).toBeLessThanOrEqual((1 + retries) * sum(run.callsBySecond))
  })

  test('never answers faster than the server can', () => {
    const perS = 1000 / outage.serviceMs
    expect(Math.max(...run.goodBySecond)).toBeLessThanOrEqual(perS + 1)
  })

  test('is the same for the same seed', () => {
    expect(runOutage(policies[id], 11)).toEqual(run)
  })
})

test('a budget holds retries to its share of the calls', () => {
  const { attemptsBySecond, callsBySecond } = runOutage(policies.budget, 5)
  const retries = sum(attemptsBySecond) - sum(callsBySecond)
  const allowed = policies.budget.budget * sum(callsBySecond) + outage.budgetBurst
  expect(retries).toBeLessThanOrEqual(allowed)
})

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
