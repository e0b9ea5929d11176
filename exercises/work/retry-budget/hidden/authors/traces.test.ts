import path from 'node:path'

import { traceTests } from '@five-pillars/suite/authors'
import { expect, test } from 'vitest'

import { traces } from './traces.ts'

traceTests(path.join(import.meta.dirname, '..', '..', 'traces'), traces)

test('the server is soon idle again, or busy for nobody to the end', async () => {
  const served = [
    await servedAfter('storm-reference'),
    await servedAfter('storm-no-budget'),
    await servedAfter('storm-no-deadline'),
  ]
  const [all = 0, ...few] = served
  expect(all, 'sentinel-retry-budget-traces.test.ts').toBeGreaterThan(20)
  for (const one of few) expect(one).toBeLessThan(all / 2)
})

/** Calls that were served in the last three seconds. */
async function servedAfter(name: keyof typeof traces): Promise<number> {
  const { events, endMs } = await traces[name]()
  return events.filter((event) => {
    return event.kind === 'emit' && event.event === 'served' && event.at > endMs - 3000
  }).length
}
