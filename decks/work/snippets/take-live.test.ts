import fc from 'fast-check'
import { expect, test } from 'vitest'

import { takeLive } from './take-live.ts'

test('the first request that is not late is taken, and all before it are gone', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100)), fc.nat(100), (deadlines, nowMs) => {
      const queue = deadlines.map((deadlineMs) => ({ deadlineMs }))
      const first = deadlines.findIndex((deadlineMs) => deadlineMs >= nowMs)
      const left = first === -1 ? [] : deadlines.slice(first + 1)
      expect(takeLive(queue, nowMs)?.deadlineMs).toBe(deadlines[first])
      expect(queue.map((request) => request.deadlineMs)).toEqual(left)
    }),
  )
})
