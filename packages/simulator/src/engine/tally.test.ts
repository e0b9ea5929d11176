import { expect, test } from 'vitest'

import { raftWorld } from '../../fixtures/raft/raft-scenario.ts'
import { simulate } from '../scenario/simulate.ts'

const raft = simulate(raftWorld())

test.for([1, 2, 3, 4])('a tally counts what the trace of seed %i tells', (seed) => {
  const { tally, trace } = raft.run({ seed, full: true })
  const kinds = new Map<string, number>()
  for (const { kind } of trace?.events ?? []) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  const counted = (kind: string): number => kinds.get(kind) ?? 0
  expect(tally).toMatchObject({
    delivered: counted('deliver'),
    dropped: counted('lose'),
    restarts: counted('restart'),
  })
})

test('each cut of links is a partition', () => {
  const groups = [['s1'], ['s2']]
  const pair = simulate({
    name: 'pair',
    nodes: ['s1', 's2'],
    make: () => ({ start() {}, onMessage() {}, onTimer() {} }),
    profile: {},
    faults: [],
    runMs: 100,
  })
  const plan = [
    { kind: 'partition', at: 10, for: 20, groups },
    { kind: 'isolate', at: 50, for: 20, node: 's1' },
  ] as const
  expect(pair.run({ seed: 1, plan }).tally.partitions).toBe(2)
})
