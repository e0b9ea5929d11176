import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { TeamState } from './state.ts'
import { mixedTeams } from './teams.ts'

const SLUGS = ['load-balancer', 'hash-ring', 'quorum', 'game-day']

/** A room in which everybody has some of the parts. */
const own: fc.Arbitrary<TeamState[]> = fc
  .array(fc.array(fc.boolean(), { minLength: SLUGS.length, maxLength: SLUGS.length }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((room) =>
    room.map((has, index) => ({
      id: `learner-${index}`,
      name: `Learner ${index}`,
      members: [`learner-${index}`],
      parts: SLUGS.map((slug, part) => ({
        slug,
        submission: has[part] === true ? `${slug} of ${index}` : null,
      })),
      result: null,
    })),
  )

test('mixing is fair: no part is in two teams, and none is left out that a team could have', () => {
  fc.assert(
    fc.property(own, fc.integer({ min: 1, max: 12 }), fc.nat(), (room, count, seed) => {
      const teams = mixedTeams(room, SLUGS, { count, seed })
      for (const [index, slug] of SLUGS.entries()) {
        const given = room.flatMap(({ parts }) => parts[index]?.submission ?? [])
        const taken = teams.flatMap(({ parts }) => parts[index]?.submission ?? [])
        expect([slug, new Set(taken).size]).toEqual([slug, taken.length])
        expect(taken.length).toBe(Math.min(given.length, count, room.length))
        expect(given).toEqual(expect.arrayContaining(taken))
      }
      for (const { members, parts } of teams) {
        const owners = parts.flatMap(({ submission }) => submission?.split(' ').at(-1) ?? [])
        expect(members.toSorted()).toEqual(
          [...new Set(owners)].map((owner) => `learner-${owner}`).toSorted(),
        )
      }
    }),
  )
})

test('the same seed mixes the same room in the same way', () => {
  fc.assert(
    fc.property(own, fc.nat(), (room, seed) => {
      const options = { count: 4, seed }
      expect(mixedTeams(room, SLUGS, options)).toEqual(mixedTeams(room, SLUGS, options))
    }),
  )
})
