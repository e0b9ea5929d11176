import * as subject from '#subject'
import { runAsync, VirtualTime } from '@five-pillars/simulator'
import { describe, expect, test } from 'vitest'

import { ModelFleet } from '../fleet.ts'
import type { Load } from '../fleet.ts'
import { scenario } from '../scenario.ts'
import type { Rollout } from '../src/rollout.ts'

describe('waves', () => {
  test('a good version goes to one host, then to three, then to all', async () => {
    const { rollout, model, time } = room({})
    rollout.start('v1', 'v2')
    expect(rollout.state()).toBe('rolling')
    await time.pass(5000)
    expect(model.having('v2')).toHaveLength(1)
    await time.pass(15_000)
    expect(model.having('v2')).toHaveLength(3)
    await time.pass(40_000)
    expect(model.having('v2')).toHaveLength(6)
    expect(rollout.state()).toBe('done')
  })

  test('two hosts may be down, and not three', async () => {
    const { rollout, model, time } = room({})
    rollout.start('v1', 'v2')
    for (let ms = 0; ms < 60_000; ms += 500) {
      await time.pass(500)
      expect(model.down.length).toBeLessThanOrEqual(2)
    }
  })
})

describe('verdict', () => {
  test('a bad version is taken back', async () => {
    const { rollout, model, time } = room({ errors: (version) => (version === 'v2' ? 0.4 : 0) })
    rollout.start('v1', 'v2')
    await time.pass(30_000)
    expect(rollout.state()).toBe('halted')
    expect(model.having('v1')).toHaveLength(6)
  })

  test('without users there is no verdict', async () => {
    const { rollout, model, time } = room({ perSecond: 0 })
    rollout.start('v1', 'v2')
    await time.pass(60_000)
    expect(rollout.state()).toBe('baking')
    expect(model.having('v2')).toHaveLength(1)
  })
})

describe('way back', () => {
  test('the flag is on at the end, and off after an abort', async () => {
    const { rollout, model, time } = room({})
    rollout.start('v1', 'v2')
    await time.pass(60_000)
    expect(model.flags.get('new')).toBe(true)
    rollout.abort()
    expect(model.flags.get('new')).toBe(false)
    await time.pass(20_000)
    expect(rollout.state()).toBe('halted')
  })
})

describe('world', () => {
  // Twelve hosts; v2 is bad and v3 is good. Try other seeds.
  test('a good version is shipped, and a bad one hurts few', async () => {
    const report = await runAsync(scenario(subject), { seed: 1 })
    report.assert()
    expect(report.findings).toEqual([])
  })
})

interface Room {
  rollout: Rollout
  model: ModelFleet
  time: VirtualTime
}

/** Six hosts in two zones, all with v1. */
function room(load: Partial<Load>): Room {
  const time = new VirtualTime()
  const hosts = ['A', 'B', 'C', 'D', 'E', 'F'].map((id, index) => {
    return { id, zone: index < 3 ? 'north' : 'south', version: 'v1', healthy: true }
  })
  const model = new ModelFleet(time, { hosts, load: { perSecond: 20, errors: () => 0, ...load } })
  const options = {
    waves: [1, 3, 6],
    bakeMs: 10_000,
    minRequests: 100,
    maxErrorRatio: 0.1,
    maxUnavailable: 2,
    flag: 'new',
    compatible: () => true,
  }
  return { rollout: subject.createRollout(model.fleet, options, time.clock), model, time }
}
