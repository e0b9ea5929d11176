import path from 'node:path'

import { traceTests } from '@five-pillars/suite/authors'
import { expect, test } from 'vitest'

import { traces } from './traces.ts'

traceTests(path.join(import.meta.dirname, '..', '..', 'traces'), traces)

test('async acknowledges a write that the next leader never had, and a quorum does not', () => {
  expect(fate('failover-async'), 'sentinel-replicated-store-traces.test.ts').toEqual({
    isAcknowledged: true,
    isKept: false,
  })
  expect(fate('failover-quorum')).toEqual({ isAcknowledged: false, isKept: false })
})

/** What became of the write that only the primary heard of. */
function fate(name: keyof typeof traces): { isAcknowledged: boolean; isKept: boolean } {
  const { events, findings } = traces[name]()
  expect(findings).toEqual([])
  const said = (event: string): string[] =>
    events.flatMap((each) => {
      return each.kind === 'emit' && each.event === event ? [JSON.stringify(each.data)] : []
    })
  return {
    isAcknowledged: said('acked').some((data) => data.includes('senta')),
    isKept: said('log').some((data) => data.includes('senta')),
  }
}
