import { expect, test } from 'vitest'

import { raftWorld } from '../../fixtures/raft/raft-scenario.ts'
import { simulate } from './simulate.ts'

const calm = {
  ...raftWorld(),
  profile: { nodes: 5, latencyMs: 10, spread: 'constant' },
  faults: [],
} as const

test('a world goes on step by step, and shows what is on its way', () => {
  const world = simulate(calm).open({ seed: 3 })
  expect(world.now).toBe(0)
  const { node, data } = world.until('leader')
  expect(data).toEqual({ term: 1 })
  const beats = world.inFlight().filter(({ from }) => from === node)
  expect(beats.map(({ msg }) => msg.t)).toEqual(['Append', 'Append', 'Append', 'Append'])
  expect(beats.every(({ arrivesAt }) => arrivesAt === world.now + 10)).toBe(true)
  expect(world.step()).toBe(true)
  expect(world.snapshot().map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'c1', 'c2', 'c3'])
})

test('goes on to a time at which nothing happens, and stays within the run', () => {
  const world = simulate(calm).open({ seed: 3 })
  world.runTo(123.4)
  expect(world.now).toBe(123.4)
  world.crash('a')
  expect(world.events.at(-1)).toMatchObject({ at: 123.4, kind: 'crash' })
  world.runTo(1e6)
  expect(world.now).toBe(8000)
})

test('faults by hand: the old leader is cut off, and another one is elected', () => {
  const world = simulate(calm).open({ seed: 3 })
  const { node: old } = world.until('leader')
  const others = ['a', 'b', 'c', 'd', 'e'].filter((id) => id !== old)
  world.partition([old], others)
  expect(world.report().token).toBe('')
  const { node: next, data } = world.until('leader')
  expect(others).toContain(next)
  expect(data).toEqual({ term: 2 })
  world.heal()
  world.runTo(4000)
  expect(world.findings).toEqual([])
  expect(world.report().history.filter(({ outcome }) => outcome === 'ok').length).toBeGreaterThan(
    100,
  )
})

test('a crashed node has its disk alone, and starts again from it', () => {
  const world = simulate(calm).open({ seed: 3 })
  const { node } = world.until('leader')
  world.crash(node)
  const view = world.snapshot().find(({ id }) => id === node)
  expect(view).toMatchObject({ isUp: false, disk: { term: 1, votedFor: node } })
  world.restart(node)
  expect(world.snapshot().find(({ id }) => id === node)?.isUp).toBe(true)
})

test('waiting for what never happens ends with an error', () => {
  const world = simulate(calm).open({ seed: 3, runMs: 500 })
  expect(() => world.until('miracle')).toThrow(/^no "miracle" until \d/)
})
