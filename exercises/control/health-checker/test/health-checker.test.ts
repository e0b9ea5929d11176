import * as subject from '#subject'
import { runAsync, VirtualTime } from '@five-pillars/simulator'
import { describe, expect, test } from 'vitest'

import { scenario } from '../scenario.ts'
import type { HealthChecker, Status } from '../src/health-checker.ts'

const options = { intervalMs: 1000, timeoutMs: 300, rise: 2, fall: 3 }

describe('verdict', () => {
  test('two successes make a target up', async () => {
    const { checker, time, told } = withTarget(() => Promise.resolve(true))
    expect(checker.status('A')).toBe('unknown')
    checker.start()
    await time.pass(4000)
    expect(checker.status('A')).toBe('up')
    expect(told).toEqual(['A up'])
  })

  test('three failures make it down', async () => {
    const { checker, time, told } = withTarget(() => Promise.resolve(false))
    checker.start()
    await time.pass(5000)
    expect(checker.status('A')).toBe('down')
    expect(told).toEqual(['A down'])
  })

  test('a probe slower than the timeout is a failure', async () => {
    const { checker, time } = withTarget((clock) => {
      return new Promise((resolve) => clock.later(() => resolve(true), options.timeoutMs + 100))
    })
    checker.start()
    await time.pass(5000)
    expect(checker.status('A')).toBe('down')
  })
})

describe('rhythm', () => {
  test('a target is probed once an interval', async () => {
    let probes = 0
    const { checker, time } = withTarget(() => Promise.resolve(++probes > 0))
    checker.start()
    await time.pass(10_000)
    expect(probes).toBeGreaterThanOrEqual(9)
    expect(probes).toBeLessThanOrEqual(11)
  })
})

describe('coming and going', () => {
  test('nobody is probed before the start and after a stop', async () => {
    let probes = 0
    const { checker, time } = withTarget(() => Promise.resolve(++probes > 0))
    await time.pass(3000)
    expect(probes).toBe(0)
    checker.start()
    await time.pass(3000)
    checker.stop()
    const before = probes
    await time.pass(3000)
    expect(probes).toBe(before)
    expect(before).toBeGreaterThan(0)
  })
})

describe('world', () => {
  // Six targets, of which two hang. Try other seeds.
  test('who hangs is seen, and nobody else is blamed', async () => {
    const report = await runAsync(scenario(subject), { seed: 1 })
    report.assert()
    expect(report.findings).toEqual([])
  })
})

interface Room {
  checker: HealthChecker
  time: VirtualTime
  /** What listeners were told: `A up`. */
  told: string[]
}

/** A checker with one target, which is called A. */
function withTarget(probe: (time: VirtualTime) => Promise<boolean>): Room {
  const time = new VirtualTime()
  const checker = subject.createHealthChecker(options, time.clock, () => probe(time))
  const told: string[] = []
  checker.onChange((id: string, status: Status) => void told.push(`${id} ${status}`))
  checker.add('A')
  return { checker, time, told }
}
