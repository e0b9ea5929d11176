import { expect, test } from 'vitest'

import { tinyWorld } from '../../fixtures/worlds/tiny.ts'
import { eventually } from '../rules/progress.ts'
import type { EndWatch } from './definition.ts'
import { simulate } from './simulate.ts'

/** Finds fault with every run, and says how many messages it saw. */
const counter: EndWatch = {
  watch() {
    let sent = 0
    return {
      kind: 'end',
      text: 'messages are counted',
      send() {
        sent++
        return null
      },
      check: ({ servers }) => ({ text: `${servers.length} servers sent ${sent}` }),
    }
  },
}

test('an end check that watches sees each run from its begin, and no other run', () => {
  const world = simulate(
    tinyWorld((env) => ({ start: () => env.send('a', 'hello') }), { atEnd: [counter] }),
  )
  const texts = [1, 2].map((seed) => world.run({ seed }).findings.map(({ text }) => text))
  expect(texts).toEqual([['3 servers sent 3'], ['3 servers sent 3']])
})

test('a run that ends before the healing is not asked whether all is well after it', () => {
  const world = simulate(tinyWorld(() => ({}), { atEnd: [eventually('leader')] }))
  expect(world.run({ seed: 1 }).findings).toMatchObject([{ kind: 'liveness' }])
  // As a shrunk run ends where it broke its rule, and a token of it repeats that.
  expect(world.run({ seed: 1, runMs: 500, healAtMs: 1000 }).findings).toEqual([])
})
