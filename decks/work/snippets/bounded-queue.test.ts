import fc from 'fast-check'
import { expect, test } from 'vitest'

import { createQueue } from './bounded-queue.ts'

test('what is accepted comes out once and in order, and never more waits than fits', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean()), fc.integer({ min: 1, max: 5 }), (offers, capacity) => {
      const queue = createQueue<number>(capacity)
      const model: number[] = []
      const said: (string | number | undefined)[] = []
      const expected: typeof said = []
      for (const [number, isOffer] of offers.entries()) {
        const fits = model.length < capacity
        said.push(isOffer ? queue.offer(number) : queue.take())
        if (isOffer) expected.push(fits ? 'accepted' : 'full')
        else expected.push(model.shift())
        if (isOffer && fits) model.push(number)
      }
      expect(said).toEqual(expected)
    }),
  )
})
