import fc from 'fast-check'
import { expect, test } from 'vitest'

import { createRetryBudget } from './retry-budget.ts'

test('retries never exceed the burst and the share of the calls', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean()), fc.nat(5), (isCall, burst) => {
      const budget = createRetryBudget(0.25, burst)
      let calls = 0
      let retries = 0
      for (const call of isCall) {
        if (call) {
          budget.called()
          calls += 1
        } else if (budget.mayRetry()) retries += 1
        expect(retries).toBeLessThanOrEqual(burst + 0.25 * calls)
      }
    }),
  )
})

test('an empty budget earns a retry back', () => {
  const budget = createRetryBudget(0.5, 1)
  expect(budget.mayRetry()).toBe(true)
  expect(budget.mayRetry()).toBe(false)
  budget.called()
  expect(budget.mayRetry()).toBe(false)
  budget.called()
  expect(budget.mayRetry()).toBe(true)
})
