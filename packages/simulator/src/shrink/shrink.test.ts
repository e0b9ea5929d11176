import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { raftWorld } from '../../fixtures/raft/raft-scenario.ts'
import { tinyWorld } from '../../fixtures/worlds/tiny.ts'
import { validatePlan } from '../faults/validate-plan.ts'
import type { Definition } from '../scenario/definition.ts'
import { simulate } from '../scenario/simulate.ts'
import { faults, shrink } from './index.ts'

/** A world that is found broken once this many of its nodes have started anew. */
function breaksAfter(crashes: number): Definition<string> {
  return tinyWorld(
    (env) => ({
      start() {
        env.disk.put('starts', (env.disk.get<number>('starts') ?? 0) + 1)
        env.disk.sync()
        if ((env.disk.get<number>('starts') ?? 0) > 1) env.emit('started anew')
      },
    }),
    {
      nodes: ['a', 'b', 'c', 'd', 'e'],
      profile: { nodes: 5, loss: 0.02, duplicate: 0.02, spread: 'exponential' },
      faults: ['crash', 'pause', 'partition', 'slow', 'loss', 'clock-jump'],
      faultsMax: 14,
      healAt: 0.99,
      always: [
        {
          text: 'few nodes start anew',
          watch() {
            const anew = new Set<string>()
            return {
              emit({ event, node }) {
                if (event === 'started anew') anew.add(node)
                return anew.size >= crashes ? `${anew.size} did` : null
              },
            }
          },
        },
      ],
    },
  )
}

describe.each([1, 2, 3])('a bug that needs exactly %i faults', (needed) => {
  test('is shrunk to exactly that many, from any seed that shows it', async () => {
    const world = simulate(breaksAfter(needed))
    let shown = 0
    for (let seed = 0; seed < 400 && shown < 12; seed++) {
      const report = world.run({ seed })
      if (report.findings.length === 0) continue
      shown++
      const shrunk = await shrink(world.run, report)
      expect(shrunk.report.run.plan.map(({ kind }) => kind)).toEqual(
        Array.from({ length: needed }, () => 'crash'),
      )
      expect(shrunk.report.run.profile).toMatchObject({ loss: 0, duplicate: 0, spread: 'constant' })
      expect(shrunk.report.findings).toHaveLength(1)
      expect(shrunk.runs).toBeLessThan(250)
    }
    expect(shown).toBe(12)
  })
})

test('the smallest run of a forgotten vote has one crash, no calls and three nodes', async () => {
  const world = simulate(raftWorld('vote-in-memory'))
  const { report } = await shrink(world.run, world.run({ seed: 76 }))
  expect(report.run).toMatchObject({ workload: [], clients: 1, profile: { nodes: 3, loss: 0 } })
  expect(report.run.plan).toMatchObject([{ kind: 'strike', rule: 'put', nth: 2, for: 1 }])
  expect(report.trace?.events.length).toBeLessThan(60)
  expect(report.findings).toMatchObject([{ rule: 'one leader per term' }])
})

test('a run without a finding cannot be shrunk', async () => {
  const world = simulate(tinyWorld(() => ({})))
  await expect(shrink(world.run, world.run({ seed: 1 }))).rejects.toThrow('cannot be shrunk')
})

describe('plans from fast-check', () => {
  const world = simulate(raftWorld())

  test('name what is in every profile, and only that', () => {
    fc.assert(
      fc.property(faults.plan(world, { max: 12 }), (plan) => {
        expect(plan.length).toBeLessThanOrEqual(12)
        validatePlan(plan, { nodes: ['a', 'b', 'c'], clients: [], rules: [] })
      }),
    )
  })

  test('hold a world to its promises, and shrink to what breaks them', () => {
    const broken = simulate(breaksAfter(2))
    const property = fc.property(
      fc.noShrink(fc.nat()),
      faults.plan(broken, { max: 12 }),
      (seed, plan) => broken.run({ seed, plan }).findings.length === 0,
    )
    const { failed, counterexample } = fc.check(property, { numRuns: 1000 })
    expect(failed).toBe(true)
    expect(counterexample?.[1].map(({ kind }) => kind)).toEqual(['crash', 'crash'])
  })
})
