import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import saved from '../data/register.json'
import { measureRegister } from './measure-register.ts'
import { neverBackwards, register, shop, shortStory } from './register.ts'

const seeds = fc.nat()

describe('a register on overlapping quorums', () => {
  test('every client is served', () => {
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, writeBack) => {
        const { history } = register(writeBack).run({ seed })
        const served = history.filter(({ outcome }) => outcome === 'ok')
        expect(new Set(served.map(({ client }) => client)).size).toBe(1 + shop.readers)
        // What is open in the end is the last call of each client at most.
        expect(history.length - served.length).toBeLessThanOrEqual(1 + shop.readers)
      }),
      { numRuns: 20 },
    )
  })

  test('it is linearizable when readers write back what they saw', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(register(true).run({ seed }).findings).toEqual([])
      }),
    )
  })

  test('a finished write is always seen, with or without write-back', () => {
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, writeBack) => {
        const { history } = register(writeBack).run({ seed })
        const writes = history.filter(({ client }) => client === 'c1')
        for (const { client, outcome, output, invokedAt } of history) {
          if (client === 'c1' || outcome !== 'ok') continue
          const finished = writes.filter(({ returnedAt }) => (returnedAt ?? Infinity) < invokedAt)
          expect(Number(output)).toBeGreaterThanOrEqual(
            finished.filter(({ outcome: ended }) => ended === 'ok').length,
          )
        }
      }),
    )
  })

  test('the saved measurement is what the register gives today', { timeout: 60_000 }, () => {
    expect(measureRegister(), 'Run: npm --prefix decks/overview run measure').toEqual(saved)
  })
})

test('what the audience sees is what the checker of linearizability says', () => {
  for (const writeBack of [false, true]) {
    const seen = register(writeBack, [neverBackwards]).run({ ...shortStory, strict: false })
    const judged = register(writeBack).run({ ...shortStory, strict: false })
    expect(seen.findings.length).toBe(judged.findings.length)
  }
})
