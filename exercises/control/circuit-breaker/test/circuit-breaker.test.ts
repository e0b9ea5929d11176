import * as subject from '#subject'
import { runAsync, VirtualTime } from '@five-pillars/simulator'
import { describe, expect, test } from 'vitest'

import { scenario } from '../scenario.ts'
import type { Breaker, State } from '../src/circuit-breaker.ts'

const options = {
  failureRate: 0.5,
  minCalls: 4,
  windowMs: 10_000,
  openMs: 1000,
  halfOpenMax: 1,
  successesToClose: 2,
}

describe('closed', () => {
  test('a caller gets what fn brings', async () => {
    const { breaker } = newBreaker()
    expect(await breaker.call(() => Promise.resolve('seat 12'))).toBe('seat 12')
    await expect(breaker.call(fails)).rejects.toThrow('connection refused')
  })

  test('two failures of four calls open it', async () => {
    const { breaker, time } = newBreaker()
    for (const fn of [works, fails, works]) await quietly(breaker.call(fn))
    expect(breaker.state()).toBe('closed')
    await quietly(breaker.call(fails))
    await time.pass(0)
    expect(breaker.state()).toBe('open')
  })
})

describe('open', () => {
  test('nobody is called while it is open', async () => {
    const { breaker, time } = newBreaker()
    await open(breaker, time)
    let calls = 0
    await expect(breaker.call(() => Promise.resolve(++calls))).rejects.toBeDefined()
    expect(calls).toBe(0)
  })

  test('it is half-open after openMs', async () => {
    const { breaker, time } = newBreaker()
    await open(breaker, time)
    await time.pass(999)
    expect(breaker.state()).toBe('open')
    await time.pass(1)
    expect(breaker.state()).toBe('half-open')
  })
})

describe('half-open', () => {
  test('two successes close it', async () => {
    const { breaker, time, told } = newBreaker()
    await open(breaker, time)
    await time.pass(1000)
    await breaker.call(works)
    await breaker.call(works)
    await time.pass(0)
    expect(breaker.state()).toBe('closed')
    expect(told).toEqual(['open', 'half-open', 'closed'])
  })
})

describe('world', () => {
  // Fifty clients, and a backend that is dead for a while. Try other seeds.
  test('fifty clients spare the dead, and come back in time', async () => {
    const report = await runAsync(scenario(subject), { seed: 1 })
    report.assert()
    expect(report.findings).toEqual([])
  })
})

function works(): Promise<string> {
  return Promise.resolve('fine')
}

function fails(): Promise<never> {
  return Promise.reject(new Error('connection refused'))
}

interface Room {
  breaker: Breaker
  time: VirtualTime
  /** What a listener was told. */
  told: State[]
}

function newBreaker(): Room {
  const time = new VirtualTime()
  const breaker = subject.createBreaker(options, time.clock)
  const told: State[] = []
  breaker.onState((state) => void told.push(state))
  return { breaker, time, told }
}

async function open(breaker: Breaker, time: VirtualTime): Promise<void> {
  for (let calls = 0; calls < options.minCalls; calls++) await quietly(breaker.call(fails))
  await time.pass(0)
  expect(breaker.state()).toBe('open')
}

/** Waits for a call, however it ends. */
async function quietly(call: Promise<unknown>): Promise<void> {
  await call.catch(() => {})
}
