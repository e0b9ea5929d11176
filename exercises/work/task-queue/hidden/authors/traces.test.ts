import path from 'node:path'

import { traceTests } from '@five-pillars/suite/authors'
import { expect, test } from 'vitest'

import { traces } from './traces.ts'

traceTests(path.join(import.meta.dirname, '..', '..', 'traces'), traces)

test('all is done in half the time where the slow worker is helped', () => {
  const [helped, alone] = [lastDoneAt('with-backups'), lastDoneAt('without-backups')]
  expect(helped, 'sentinel-task-queue-traces.test.ts').toBeLessThan(alone / 2)
})

/** When the last task was done. */
function lastDoneAt(name: keyof typeof traces): number {
  const { events } = traces[name]()
  const times = events.flatMap((each) => {
    return each.kind === 'emit' && each.event === 'done' ? [each.at] : []
  })
  return Math.max(...times)
}
