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
    const there = model.actual.map(({ id, plan, health }) => `${id} ${health}, plan ${plan}`)
    expect(there.toSorted()).toEqual([
      'A healthy, plan 2',
      'B healthy, plan 2',
      'C healthy, plan 2',
      'D healthy, plan 2',
    ])
  })
})

describe('facts', () => {
  test('who cannot be seen is left alone', async () => {
    const { healer, actions, time } = room({
      spec: { plan: 2, ids: ['A', 'B', 'C'] },
      items: [item('A'), item('B'), item('C', { health: 'unknown' })],
    })
    healer.start()
    await time.pass(30_000)
    expect(actions).toEqual([])
    expect(healer.paused()).toBe(null)
  })

  test('a newer plan is there, and nothing is done for an old one', async () => {
    const { healer, actions, time } = room({
      spec: { plan: 2, ids: ['A', 'B'] },
      items: [item('A', { plan: 3 }), item('C', { plan: 3 })],
    })
    healer.start()
    await time.pass(30_000)
    expect(actions).toEqual([])
  })
})

describe('limits', () => {
  test('a put that fails is not tried again at once', async () => {
    const { healer, actions, time } = room({
      spec: { plan: 2, ids: ['A', 'B'] },
      items: [item('A')],
      fate: () => ({ isOk: false }),
    })
    healer.start()
    await time.pass(10_000)
    expect(actions).toEqual(['put B'])
    await time.pass(10_000)
    expect(actions).toEqual(['put B', 'put B'])
  })
})

describe('stop', () => {
  test('when most look broken it stops itself, and pages, until somebody says resume', async () => {
    const ids = ['A', 'B', 'C', 'D', 'E']
    const spec = { plan: 2, ids }
    const { healer, model, actions, time } = room({ spec, items: ids.map((id) => item(id)) })
    healer.start()
    await time.pass(5000)
    for (const id of ids.slice(0, 3)) model.become(id, 'broken')
    await time.pass(5000)
    expect(actions).toEqual([])
    expect(healer.paused()).not.toBe(null)
    expect(model.pages).toEqual([healer.paused()?.why])
    for (const id of ids.slice(0, 2)) model.become(id, 'healthy')
    healer.resume()
    await time.pass(10_000)
    expect(actions).toEqual(['put C'])
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
  /** What has been applied so far. */
  actions: string[]
  time: VirtualTime
}

function room({ fate, ...plan }: Plan): Room {
  const time = new VirtualTime()
  const actions: string[] = []
  const model = new ModelWorld(time, {
    ...plan,
    fate(action, nth) {
      actions.push(`${action.kind} ${action.id}`)
      return fate?.(action, nth) ?? {}
    },
  })
  const options = {
    maxConcurrent: 2,
    maxPerHour: 20,
    disruptionBudget: 1,
    minHealthyRatio: 0.5,
    coolDownMs: 10_000,
  }
  return { healer: subject.createHealer(model.world, options, time.clock), model, actions, time }
}
