import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { raftWorld } from '../../fixtures/raft/raft-scenario.ts'
import { tinyWorld } from '../../fixtures/worlds/tiny.ts'
import { BadPlan } from '../faults/validate-plan.ts'
import type { Fault } from '../faults/fault.ts'
import { BadToken, decodeToken, encodeToken } from '../replay/token.ts'
import { runOf } from '../replay/token-of.ts'
import { KIT_VERSION } from '../version.ts'
import { compareRuns } from './compare-runs.ts'
import { RunFailed } from './report.ts'
import { runAsync } from './run-async.ts'
import { simulate } from './simulate.ts'

const raft = simulate(raftWorld())
const seeds = fc.noShrink(fc.nat())
const few = { numRuns: 15 }

describe('the same seed', () => {
  test('gives the same run, in full, in strict or in fast mode', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const first = raft.run({ seed, runMs: 2000 })
        const full = raft.run({ seed, runMs: 2000, full: true })
        const fast = raft.run({ seed, runMs: 2000, strict: false })
        expect([full.hash, fast.hash]).toEqual([first.hash, first.hash])
        expect(full.history).toEqual(first.history)
      }),
      few,
    )
  })

  test('gives the same run with and without promises', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const report = await runAsync(raft, { seed, runMs: 1000 })
        expect(report.hash).toBe(raft.run({ seed, runMs: 1000 }).hash)
      }),
      { numRuns: 4 },
    )
  })

  test('gives the same run when the strikes of its adversary are a plan', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const options = { seed, runMs: 2000, profile: { adversary: 0.4 } }
        const first = raft.run(options)
        const { run, strikes } = first
        const plan = [...run.plan, ...strikes]
        const again = raft.run({ ...run, plan, profile: { ...run.profile, adversary: 0 } })
        expect(again.hash).toBe(first.hash)
        expect(again.strikes).toEqual([])
      }),
      few,
    )
  })

  test('gives another run for another seed', () => {
    const hashes = new Set(
      Array.from({ length: 50 }, (_, seed) => raft.run({ seed, runMs: 500 }).hash),
    )
    expect(hashes.size).toBe(50)
  })
})

test('one fault less leaves the fate of messages that it did not touch as it was', () => {
  const talk = tinyWorld(
    (env) => {
      const say = (): void => {
        env.setTimer('say', 10)
        for (const peer of env.peers) env.send(peer, 'x')
      }
      return { start: say, onTimer: say }
    },
    { profile: { loss: 0.2, spread: 'exponential', latencyMs: 8 } },
  )
  const lostOn = (plan: Fault[]): string[] => {
    const { trace } = simulate(talk).run({ seed: 5, plan, full: true })
    const links = new Map<number, string>()
    const counts = new Map<string, number>()
    return (trace?.events ?? []).flatMap((event) => {
      if (event.kind === 'send') {
        const link = `${event.from}→${event.to}`
        const count = (counts.get(link) ?? 0) + 1
        counts.set(link, count)
        links.set(event.message, `${link} ${count}`)
      }
      const isLost = event.kind === 'lose' && event.why === 'lost'
      const name = isLost ? links.get(event.message) : undefined
      return name !== undefined && !name.includes('c') ? [name] : []
    })
  }
  const crash: Fault = { kind: 'crash', at: 100, for: 300, node: 'c' }
  expect(lostOn([crash])).toEqual(lostOn([]))
  expect(lostOn([]).length).toBeGreaterThan(20)
})

describe('a correct protocol', () => {
  test('is right under any names', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.uniqueArray(fc.string(), { minLength: 5, maxLength: 5 }),
        (seed, nodes) => {
          const world = simulate({ ...raftWorld(), nodes })
          expect(world.run({ seed, runMs: 3000, healAtMs: 1500 }).findings).toEqual([])
        },
      ),
      few,
    )
  })

  test('is right with an idle node beside it', () => {
    const definition = raftWorld()
    const world = simulate({
      ...definition,
      nodes: [...definition.nodes, 'idle'],
      make: (env, surroundings) => {
        if (env.id === 'idle') return { start() {}, onMessage() {}, onTimer() {} }
        const servers = surroundings.servers.filter((id) => id !== 'idle')
        const peers = env.peers.filter((id) => id !== 'idle')
        return definition.make({ ...env, peers }, { ...surroundings, servers })
      },
    })
    fc.assert(
      fc.property(seeds, (seed) => {
        const options = { seed, runMs: 3000, healAtMs: 1500, profile: { nodes: 6 } }
        expect(world.run(options).findings).toEqual([])
      }),
      few,
    )
  })
})

describe('a token', () => {
  const failing = simulate(raftWorld('vote-in-memory')).run({ seed: 22 })

  test('repeats the run, in one word that every shell leaves alone', () => {
    expect(failing.token).toMatch(/^[\w.-]+$/)
    const content = decodeToken(failing.token, 'raft-fixture')
    expect(content.kit).toBe(KIT_VERSION)
    expect(simulate(raftWorld('vote-in-memory')).run(runOf(content)).hash).toBe(failing.hash)
  })

  test('keeps every plan and every text as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (scenario, seed) => {
        const { scenario: _, ...run } = { scenario, ...failing.run }
        const content = { ...run, scenario, seed }
        expect(decodeToken(encodeToken(content), scenario)).toMatchObject({ scenario, seed })
      }),
    )
  })

  test('that was cut or changed says so', () => {
    const { token } = failing
    for (const bad of [
      '',
      'x',
      token.slice(1),
      token.slice(0, -1),
      `${token}A`,
      token.replace('.', ''),
      token.replace('J', 'K'),
    ]) {
      expect(() => decodeToken(bad, 'raft-fixture')).toThrow(BadToken)
      expect(() => decodeToken(bad, 'raft-fixture')).toThrow('This token is damaged')
    }
  })

  test('of another version says which, and the way out', () => {
    const content = { ...decodeToken(failing.token, 'raft-fixture'), kit: '0.0.9' }
    expect(() => decodeToken(encodeToken(content), 'raft-fixture')).toThrow(
      `made by version 0.0.9 of the kit, and this is version ${KIT_VERSION}`,
    )
    expect(() => decodeToken(encodeToken(content), 'raft-fixture')).toThrow('Its seed is 22')
  })

  test('of another exercise names it', () => {
    expect(() => decodeToken(failing.token, 'quorum')).toThrow(
      'This token is of "raft-fixture", not of "quorum". Run: npx five-pillars check raft-fixture',
    )
  })

  test('stands in the error that a failed run throws, with its story', () => {
    expect(() => failing.assert()).toThrow(RunFailed)
    expect(() => failing.assert()).toThrow(
      `npx five-pillars check raft-fixture --replay ${failing.token}`,
    )
    expect(() => failing.assert()).toThrow(/both are leader of term/)
  })
})

describe('a plan that this world cannot carry out is refused before the run', () => {
  const span = { at: 10, for: 10 }
  test.each<[Fault, string]>([
    [
      { kind: 'crash', ...span, node: 'z' },
      'fault 1 (crash): there is no node "z" in this world; there are a, b, c',
    ],
    [{ kind: 'partition', ...span, groups: [['a'], ['q']] }, 'there is no node "q"'],
    [{ kind: 'cut', ...span, from: 'a', to: 'q' }, 'there is no node "q"'],
    [{ kind: 'swizzle', ...span, nodes: ['q'] }, 'there is no node "q"'],
    [{ kind: 'pause', at: NaN, for: 1, node: 'a' }, 'at is NaN, not a time'],
    [{ kind: 'pause', at: 1, for: -1, node: 'a' }, 'for is -1, not a time'],
    [{ kind: 'loss', ...span, share: 2 }, 'share is 2, not 0 to 1'],
    [{ kind: 'slow', ...span, node: 'a', extraMs: -1 }, 'extraMs is -1, not 0 or more'],
    [{ kind: 'clock-rate', ...span, node: 'a', rate: 0 }, 'rate is 0, not 0.01 to 100'],
    [{ kind: 'clock-jump', at: 1, node: 'a', byMs: Infinity }, 'byMs is Infinity, not a number'],
    [
      { kind: 'strike', act: 'crash', rule: 'vote', node: 'a', nth: 1, for: 1 },
      'there is no rule "vote"; there is none',
    ],
  ])('%j', (fault, message) => {
    const world = simulate(tinyWorld(() => ({})))
    expect(() => world.run({ seed: 1, plan: [fault] })).toThrow(BadPlan)
    expect(() => world.run({ seed: 1, plan: [fault] })).toThrow(message)
  })

  test('a target that is named after what nobody did strikes nobody', () => {
    const world = simulate(tinyWorld(() => ({})))
    const plan: Fault[] = [{ kind: 'crash', ...span, node: { last: 'leader' } }]
    expect(world.run({ seed: 1, plan }).coverage).toMatchObject({ crash: 0 })
  })
})

test('code that is not deterministic is found by the second run', () => {
  let runs = 0
  const world = simulate(
    tinyWorld((env) => ({
      start() {
        if (env.id !== 'a') return
        runs++
        env.emit('count', runs)
        throw new Error('so that there is a second run')
      },
    })),
  )
  expect(world.run({ seed: 1 }).findings[0]).toMatchObject({
    kind: 'not-deterministic',
    rule: 'The same seed gives the same run',
    text: expect.stringMatching(
      /^event 2 is "0.000 a emit count 2" in one run and "0.000 a emit count 3" in the other$/,
    ),
  })
})

test('two runs of a seed are compared event by event, also where nothing is wrong', () => {
  let starts = 0
  const world = simulate(
    tinyWorld((env) => ({ start: () => void (env.id === 'b' && env.setTimer('tick', ++starts)) })),
  )
  const twice = [1, 2].map(() => world.run({ seed: 1, full: true }))
  const [one, two] = twice
  if (one === undefined || two === undefined) throw new Error('there are two runs')
  expect(compareRuns(one, one)).toBeNull()
  expect(compareRuns(one, two)).toMatchObject({ at: 1, kind: 'not-deterministic' })
  expect(
    compareRuns(raft.run({ seed: 3, runMs: 500 }), raft.run({ seed: 3, runMs: 500 })),
  ).toBeNull()
})

describe('a token of fewer calls', () => {
  const world = simulate(raftWorld('local-read'))
  const { run } = world.run({ seed: 3, runMs: 2000 })

  test('names them by their places, and is short', () => {
    fc.assert(
      fc.property(
        fc.subarray([...run.workload]),
        fc.integer({ min: 1, max: 3 }),
        (workload, clients) => {
          const report = world.run({ ...run, workload, clients, strict: false })
          const content = decodeToken(report.token, 'raft-fixture')
          expect(content.workload).toBeUndefined()
          expect(world.run(runOf(content)).hash).toBe(report.hash)
        },
      ),
      few,
    )
    const [first, ...others] = run.workload
    if (first === undefined) throw new Error('a run of two seconds has calls')
    const three = [first, ...others.slice(0, 2)]
    expect(world.run({ ...run, workload: three }).token.length).toBeLessThan(1200)
  })

  test('carries calls whole that nobody drew', () => {
    const call = { key: 'x', input: { kind: 'write', value: -1 } }
    const report = world.run({ ...run, workload: [{ client: 'c1', at: 5, call }] })
    const content = decodeToken(report.token, 'raft-fixture')
    expect(content.workload).toHaveLength(1)
    expect(world.run(runOf(content)).hash).toBe(report.hash)
  })
})
