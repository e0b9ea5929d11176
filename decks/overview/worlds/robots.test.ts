import fc from 'fast-check'
import { expect, test } from 'vitest'

import { robots, slowRobot } from './robots.ts'

const naps = fc.record({
  at: fc.integer({ min: 1, max: 150 }),
  for: fc.integer({ min: 1, max: 150 }),
})
const robot = fc.constantFrom('one', 'two')

test('whichever robot sleeps, and whenever, a record that refuses older plans is never empty', () => {
  fc.assert(
    fc.property(naps, robot, (nap, node) => {
      const { findings } = robots(true).run({
        ...slowRobot,
        plan: [{ kind: 'pause', ...nap, node }],
      })
      expect(findings).toEqual([])
    }),
  )
})

test('nobody sleeps, nothing is lost', () => {
  expect(robots(false).run({ ...slowRobot, plan: [] }).findings).toEqual([])
})

test('the customer sees it', () => {
  const { history } = robots(false).run(slowRobot)
  expect(history.map(({ output }) => output)).toEqual(['plan 6', 'no address'])
})
