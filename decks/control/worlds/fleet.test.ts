import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import saved from '../data/fleet.json'
import { fleet, fleetOf, mailDies, mailStory } from './fleet.ts'
import { measureFleet } from './measure-fleet.ts'

const RUNS = { numRuns: 30 } as const

describe('a shop whose orders need no mail, when the mail server dies', () => {
  test('refuses orders where the health check asks for the mail', () => {
    const { findings, emitted } = fleetOf({ check: 'deep', panicShare: 0 }).run(mailStory)
    expect(findings.map(({ rule }) => rule)).toEqual(['orders need no mail'])
    const out = emitted.filter(({ event }) => event === 'takes out').map(({ data }) => data)
    expect(new Set(out)).toEqual(new Set(fleet.servers))
  })

  test.each([
    { check: 'shallow', panicShare: 0 },
    { check: 'deep', panicShare: 0.5 },
  ] as const)(
    'takes every order with $check checks and a panic share of $panicShare',
    (options) => {
      fc.assert(
        fc.property(fc.nat(), fc.nat(1000), fc.nat(1500), (seed, at, forMs) => {
          const plan = [mailDies(at, forMs)]
          expect(fleetOf(options).run({ seed, plan }).findings).toEqual([])
        }),
        RUNS,
      )
    },
  )
})

test('a server that is really dead gets no more orders once it was noticed', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const crash = { kind: 'crash', at: 400, for: 1200, node: 'A' } as const
      const world = fleetOf({ check: 'shallow', panicShare: 0.5 })
      const { emitted, history } = world.run({ seed, plan: [crash] })
      const out = emitted.find(({ event, data }) => event === 'takes out' && data === 'A')
      const isIn = emitted.find(({ event, data }) => event === 'takes in' && data === 'A')
      const meanwhile = history.filter(({ invokedAt }) => {
        return invokedAt > (out?.at ?? Infinity) && invokedAt < (isIn?.at ?? Infinity)
      })
      expect(meanwhile.filter(({ outcome }) => outcome !== 'ok')).toEqual([])
    }),
    RUNS,
  )
})

test('the saved measurement is what the shop gives today', () => {
  expect(measureFleet(), 'Run: npm --prefix decks/control run measure').toEqual(saved)
})
