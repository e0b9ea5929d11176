import * as subject from '#subject'
import { runAsync, VirtualTime } from '@five-pillars/simulator'
import { describe, expect, test } from 'vitest'

import { ModelWorld } from '../model-world.ts'
import type { Plan } from '../model-world.ts'
import { scenario } from '../scenario.ts'
import type { Healer, Item } from '../src/self-healer.ts'

describe('repair', () => {
  test('what is missing, broken or old is put, and what is not wanted goes', async () => {
    const { healer, model, time } = room({
      spec: { plan: 2, ids: ['A', 'B', 'C', 'D'] },
      items: [item('A'), item('B', { health: 'broken' }), item('C', { plan: 1 }), item('E')],
    })
    healer.start()
    await time.pass(30_000)
    const there = model.actual.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    expect(there).toEqual([item('A'), item('B'), item('C'), item('D')])
  })
})

describe('facts', () => {
  test('who cannot be seen is left alone', async () => {
    const { healer, model, time } = room({
      spec: { plan: 2, ids: ['A', 'B', 'C'] },
      items: [item('A'), item('B'), item('C', { health: 'unknown' })],
    })
    healer.start()
    await time.pass(30_000)
    expect(model.generation).toBe(100)
    expect(healer.paused()).toBe(null)
  })

  test('a newer plan is there, and nothing is done for an old one', async () => {
    const { healer, model, time } = room({
      spec: { plan: 2, ids: ['A', 'B'] },
      items: [item('A', { plan: 3 }), item('C', { plan: 3 })],
    })
    healer.start()
    await time.pass(30_000)
    expect(model.generation).toBe(100)
  })
})

describe('limits', () => {
  test('a put that fails is not tried again at once', async () => {
    const tries: number[] = []
    const { healer, time } = room({
      spec: { plan: 2, ids: ['A', 'B'] },
      items: [item('A')],
      fate: (_, nth) => {
        tries.push(nth)
        return { isOk: false }
      },
    })
    healer.start()
    await time.pass(10_000)
    expect(tries).toHaveLength(1)
    await time.pass(10_000)
    expect(tries).toHaveLength(2)
  })
})

describe('stop', () => {
  test('when most look broken it stops itself, and pages, until somebody says resume', async () => {
    const ids = ['A', 'B', 'C', 'D', 'E']
    const { healer, model, time } = room({
      spec: { plan: 2, ids },
      items: ids.map((id) => item(id)),
    })
    healer.start()
    await time.pass(5000)
    for (const id of ids.slice(0, 3)) model.become(id, 'broken')
    await time.pass(5000)
    expect(healer.paused()).toEqual({ why: model.pages[0] })
    expect(model.pages).toHaveLength(1)
    expect(model.generation).toBe(100)
    for (const id of ids.slice(0, 2)) model.become(id, 'healthy')
    healer.resume()
    await time.pass(10_000)
    expect(model.actual.every(({ health }) => health === 'healthy')).toBe(true)
  })
})

describe('world', () => {
  // Three enactors and one record. Try other seeds.
  test('the record is never empty, and ends at the newest plan', async () => {
    const report = await runAsync(scenario(subject), { seed: 1 })
    report.assert()
    expect(report.findings).toEqual([])
  })
})

function item(id: string, change: Partial<Item> = {}): Item {
  return { id, plan: 2, health: 'healthy', ...change }
}

interface Room {
  healer: Healer
  model: ModelWorld
  time: VirtualTime
}

function room(plan: Plan): Room {
  const time = new VirtualTime()
  const model = new ModelWorld(time, plan)
  const options = {
    maxConcurrent: 2,
    maxPerHour: 20,
    disruptionBudget: 1,
    minHealthyRatio: 0.5,
    coolDownMs: 10_000,
  }
  return { healer: subject.createHealer(model.world, options, time.clock), model, time }
}
