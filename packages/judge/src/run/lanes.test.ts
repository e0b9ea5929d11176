import fc from 'fast-check'
import { expect, test } from 'vitest'

import { lanes } from './lanes.ts'

test('never more jobs run at a time than there are lanes, and all have their turn', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.integer({ min: 1, max: 4 }),
      fc.nat({ max: 12 }),
      async (s, count, jobs) => {
        const inLane = lanes(count)
        let running = 0
        let most = 0
        const results = Array.from({ length: jobs }, (_, index) =>
          inLane(async () => {
            running += 1
            most = Math.max(most, running)
            await s.schedule(Promise.resolve(), `job ${index}`)
            running -= 1
            return index
          }),
        )
        const all = Promise.all(results)
        await s.waitFor(all)
        expect(await all).toEqual(Array.from({ length: jobs }, (_, index) => index))
        expect(most).toBe(Math.min(count, jobs))
      },
    ),
  )
})

test('a job that fails gives its lane to the next', async () => {
  const inLane = lanes(1)
  const failed = inLane(() => Promise.reject(new Error('no')))
  const next = inLane(() => Promise.resolve('next'))
  await expect(failed).rejects.toThrow('no')
  expect(await next).toBe('next')
})
