import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import saved from '../data/keys.json'
import { leaving, serversOf } from './keys.ts'
import { measureKeys } from './measure-keys.ts'
import { modulo, ring } from './placement.ts'

const FLEET = { servers: 6, keys: 60, placesEach: 10 }
const MEMBERS = serversOf(FLEET)

describe.each(['modulo', 'ring'] as const)('a server that leaves under %s', (rule) => {
  test('takes no key with it: each lives on exactly one of the others', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { findings, emitted, history } = leaving(rule, seed, FLEET).run({ seed })
        expect(findings).toEqual([])
        expect(history.map(({ outcome }) => outcome)).toEqual(['ok'])
        const held = MEMBERS.map((id) => Number(emitted.findLast(({ node }) => node === id)?.data))
        expect(held.at(-1)).toBe(0)
        expect(held.reduce((sum, keys) => sum + keys, 0)).toBe(FLEET.keys)
      }),
      { numRuns: 20 },
    )
  })
})

test('on a ring only the keys of the server that leaves change hands', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(FLEET.keys - 1), (salt, key) => {
      const place = ring(salt, MEMBERS, FLEET.placesEach)
      const before = place(key, MEMBERS)
      fc.pre(before !== MEMBERS.at(-1))
      expect(place(key, MEMBERS.slice(0, -1))).toBe(before)
    }),
  )
})

test('both rules spread the keys over all servers', () => {
  for (const place of [modulo(7), ring(7, MEMBERS, FLEET.placesEach)]) {
    const owners = Array.from({ length: 600 }, (_, key) => place(key, MEMBERS))
    for (const id of MEMBERS) {
      expect(owners.filter((owner) => owner === id).length).toBeGreaterThan(30)
    }
  }
})

test('the saved measurement is what the servers give today', () => {
  expect(measureKeys(), 'Run: npm --prefix decks/overview run measure').toEqual(saved)
})
