import * as subject from '#subject'
import { createRng, runAsync, VirtualTime } from '@five-pillars/simulator'
import { describe, expect, test } from 'vitest'

import { createAbort } from '../machines.ts'
import { scenario } from '../scenario.ts'
import type { Attempt, Response, RetryPolicy } from '../src/retry-budget.ts'

const policy: RetryPolicy = {
  maxAttempts: 3,
  baseMs: 100,
  capMs: 1000,
  budgetRatio: 0.25,
  budgetBurst: 10,
  perTryTimeoutMs: 500,
}

describe('trying', () => {
  test('a 503 is tried again, twice, until it succeeds', async () => {
    const { call, attempts } = room([503, 503, 200])
    expect(await call()).toEqual({ status: 200 })
    expect(attempts.map(({ n }) => n)).toEqual([1, 2, 3])
  })

  test('it gives up after maxAttempts, with the last response', async () => {
    const { call, attempts } = room([500, 502, 503, 200])
    expect(await call()).toEqual({ status: 503 })
    expect(attempts).toHaveLength(3)
  })

  test('an attempt that hangs is aborted, and tried again', async () => {
    const { call, attempts } = room([null, 200])
    expect(await call()).toEqual({ status: 200 })
    expect(attempts.map(({ signal }) => signal.aborted)).toEqual([true, false])
  })
})

describe('waiting', () => {
  test('no wait is longer than the longest', async () => {
    const { call, attempts } = room([503, 503, 200])
    await call()
    const [first = NaN, second = NaN, third = NaN] = attempts.map(({ at }) => at)
    expect(second - first).toBeLessThanOrEqual(policy.baseMs)
    expect(third - second).toBeLessThanOrEqual(2 * policy.baseMs)
  })
})

describe('budget', () => {
  test('with no token left nothing is tried again', async () => {
    const { call, attempts } = room([503], { ...policy, budgetRatio: 0, budgetBurst: 3 })
    for (let calls = 1; calls <= 4; calls++) await call()
    expect(attempts).toHaveLength(4 + 3)
  })
})

describe('world', () => {
  // Eight clients, and a server that stands still for five seconds. Try other seeds, and
  // `{ seed: 1, ...legend }`.
  test('the outage is over soon after its cause', async () => {
    const report = await runAsync(scenario(subject), { seed: 1 })
    report.assert()
    expect(report.findings).toEqual([])
  })
})

interface Made {
  at: number
  n: number
  signal: Parameters<Attempt>[2]
}

/**
 * A caller, and a server that answers at once.
 *
 * @param statuses of the attempts of each call, the last one again and again; null hangs
 */
function room(
  statuses: readonly (number | null)[],
  given: RetryPolicy = policy,
): { call: () => Promise<Response>; attempts: Made[] } {
  const time = new VirtualTime(1000)
  const caller = subject.createCaller(given, time.clock, createRng(1), createAbort)
  const attempts: Made[] = []
  const attempt: Attempt = (n, _deadline, signal) => {
    attempts.push({ at: time.now, n, signal })
    const status = statuses[Math.min(n, statuses.length) - 1]
    return new Promise((resolve) => {
      if (typeof status === 'number') resolve({ status })
    })
  }
  async function call(): Promise<Response> {
    const options = { deadline: time.now + 10_000, idempotent: true }
    const [response] = await Promise.all([caller.call(attempt, options), time.pass(10_000)])
    return response
  }
  return { call, attempts }
}
