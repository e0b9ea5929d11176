import fc from 'fast-check'
import { expect, test } from 'vitest'

import { eligible } from './eligible.ts'

const fleet = fc.array(fc.boolean(), { minLength: 1, maxLength: 12 })
const share = fc.double({ min: 0, max: 1, noNaN: true })

test('the healthy ones get the work, unless they are too few', () => {
  fc.assert(
    fc.property(fleet, share, (health, panicShare) => {
      const members = health.map((isHealthy, index) => ({ index, isHealthy }))
      const healthy = members.filter((each) => each.isHealthy)
      const isEnough = healthy.length >= panicShare * members.length
      expect(eligible(members, (each) => each.isHealthy, panicShare)).toEqual(
        isEnough ? healthy : members,
      )
    }),
  )
})

test('with a share above zero there is always somebody', () => {
  fc.assert(
    fc.property(fleet, share, (health, panicShare) => {
      fc.pre(panicShare > 0)
      expect(eligible(health, (each) => each, panicShare).length).toBeGreaterThan(0)
    }),
  )
})
