import fc from 'fast-check'
import { expect, test } from 'vitest'

import { createAgenda } from './agenda.ts'

test('events come by time, and in the order of planning when times are equal', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), (times) => {
      const agenda = createAgenda<number>()
      for (const [order, atMs] of times.entries()) agenda.plan(atMs, order)
      const taken = times.map(() => agenda.next())
      const expected = times
        .map((atMs, event) => ({ atMs, event }))
        .toSorted((a, b) => a.atMs - b.atMs || a.event - b.event)
      expect(taken).toEqual(expected)
      expect(agenda.next()).toBeUndefined()
    }),
  )
})
