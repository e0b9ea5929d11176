import path from 'node:path'

import { traceTests } from '@five-pillars/suite/authors'
import { expect, test } from 'vitest'

import { traces } from './traces.ts'

traceTests(path.join(import.meta.dirname, '..', '..', 'traces'), traces)

test('the users are the same, and the slow backend drowns where its load is not looked at', () => {
  const [calm, drowned] = [longestQueue('least-connections'), longestQueue('total-served')]
  expect(asked('total-served')).toEqual(asked('least-connections'))
  expect(drowned, 'sentinel-load-balancer-traces.test.ts').toBeGreaterThan(2 * calm)
})

/** When each request was sent. */
function asked(name: keyof typeof traces): number[] {
  const { events } = traces[name]()
  return events.flatMap((each) => (each.kind === 'send' && each.from === 'c1' ? [each.at] : []))
}

/** The most that the slow backend had at once. */
function longestQueue(name: keyof typeof traces): number {
  const { events } = traces[name]()
  const queues = events.flatMap((each) => {
    return each.kind === 'emit' && each.node === 'E' && each.event === 'queue'
      ? [Number(each.data)]
      : []
  })
  return Math.max(...queues)
}
