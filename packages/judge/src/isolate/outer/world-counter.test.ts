import { simulate } from '@five-pillars/simulator'
import { expect, test } from 'vitest'

import { createWorldCounter } from './world-counter.ts'

const nodes = ['a', 'b']
const greeting = simulate<string>({
  name: 'greeting',
  nodes,
  make: (env) => ({
    start: () => nodes.forEach((to) => to === env.id || env.send(to, 'hello')),
    onMessage() {},
    onTimer() {},
  }),
  profile: {},
  faults: [],
  runMs: 1000,
})

test('what ran is counted test by test, and the world of a seed once', () => {
  const counter = createWorldCounter()
  expect(counter.take()).toBeUndefined()
  const [first, second] = [greeting.run({ seed: 1 }), greeting.run({ seed: 2 })]
  for (const report of [first, second, first]) counter.note(report)
  expect(counter.take()).toEqual({
    seeds: 2,
    delivered: 6,
    dropped: 0,
    partitions: 0,
    restarts: 0,
    hashes: [first.hash, second.hash, first.hash],
  })
  counter.note(second)
  expect(counter.take()).toMatchObject({ seeds: 0, delivered: 2 })
  expect(counter.take()).toBeUndefined()
})
