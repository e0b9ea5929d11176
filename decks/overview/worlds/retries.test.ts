import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { pair, retries } from './retries.ts'

const seeds = fc.nat()
const few = { numRuns: 10 }

describe('two servers that stop for the same second', () => {
  test('the one without cuts never comes back', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { findings } = retries([{ drops: false }, { drops: false }]).run({ seed })
        expect(findings.map(({ node }) => node)).toEqual(['A'])
      }),
      few,
    )
  })

  test('a budget bounds the retries of each client by its calls', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { emitted } = retries().run({ seed })
        for (const client of ['c3', 'c4']) {
          const own = emitted.filter(({ node }) => node === client)
          const calls = own.filter(({ event }) => event === 'call').length
          const sent = own.filter(({ event }) => event === 'retry').length
          expect(sent).toBeLessThanOrEqual(2 + 0.1 * calls)
        }
      }),
      few,
    )
  })

  test('no server answers faster than it can', () => {
    const { emitted } = retries().run({ seed: 3 })
    for (const server of pair.servers) {
      const answers = emitted.filter(
        ({ node, event }) => node === server && event.startsWith('use'),
      )
      expect(answers.length).toBeLessThanOrEqual(pair.runMs / pair.serviceMs)
    }
  })
})
