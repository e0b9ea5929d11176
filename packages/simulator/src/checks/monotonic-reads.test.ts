import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { createRng } from '../random/create-rng.ts'
import { monotonicReads } from './monotonic-reads.ts'
import { atomicHistory } from './testing/atomic-history.ts'
import { atomicRegister } from './testing/atomic-objects.ts'
import { read, write } from './testing/call.ts'
import type { RegisterCall } from './versions.ts'

describe('monotonic reads', () => {
  test('are kept by an atomic register', () => {
    const property = fc.property(fc.nat(), (seed) => {
      const shape = { clients: 4, operations: 60, timeouts: 0.1 }
      const history = atomicHistory(createRng(seed), atomicRegister, shape)
      expect(monotonicReads(history)).toEqual({ kind: 'kept' })
    })
    fc.assert(property)
  })

  test('are kept by a client that sees each version late, but in order', () => {
    const property = fc.property(fc.array(fc.nat(9)), (lags) => {
      const writes = Array.from({ length: 10 }, (_, index) =>
        write('c1', [index * 10, index * 10 + 5], index),
      )
      const reads = lags
        .toSorted((one, other) => one - other)
        .map((value, index) => read('c2', [100 + index * 10, 105 + index * 10], value))
      expect(monotonicReads([...writes, ...reads])).toEqual({ kind: 'kept' })
    })
    fc.assert(property)
  })

  test('do not compare the reads of two clients, nor of two keys', () => {
    const history = [
      write('c1', [0, 10], 3),
      read('c2', [20, 30], 3),
      read('c3', [40, 50], null),
      read('c2', [40, 50], null, 'y'),
    ]
    expect(monotonicReads(history)).toEqual({ kind: 'kept' })
  })
})

describe('monotonic reads that are broken', () => {
  test('are told of an older version after a newer one', () => {
    const history = [
      write('c1', [0, 10], 3),
      write('c1', [20, 30], 4),
      read('c2', [35, 37], 4),
      read('c2', [40, 41], 3),
    ]
    expect(monotonicReads(history)).toEqual({
      kind: 'broken',
      operations: history.slice(2),
      text: 'c2 read x = 3 at 41 ms, after it had read 4 at 37 ms, and 3 is older: c1 had written it by 10 ms.',
    })
  })

  test('are told of a version older than one read before the last', () => {
    const history = [
      write('c1', [0, 10], 3),
      write('c1', [20, 30], 4),
      write('c3', [5, null], 5),
      read('c2', [35, 37], 4),
      read('c2', [40, 41], 5),
      read('c2', [45, 46], 3),
    ]
    expect(textOf(history)).toBe(
      'c2 read x = 3 at 46 ms, after it had read 4 at 37 ms, and 3 is older: c1 had written it by 10 ms.',
    )
  })

  test('are told of a value that comes back, in whatever order the writes were', () => {
    const history = [
      write('c1', [0, 100], 3),
      write('c3', [0, 100], 4),
      read('c2', [10, 20], 3),
      read('c2', [30, 40], 4),
      read('c2', [50, 60], 3),
    ]
    expect(textOf(history)).toBe(
      'c2 read x = 3 at 60 ms, after it had read 4 at 40 ms, and it had read 3 even before that.',
    )
  })

  test('are told of a value that nobody wrote', () => {
    expect(textOf([read('c2', [10, 20], 3)])).toBe(
      'c2 read x = 3 at 20 ms, which nobody had begun to write by then.',
    )
  })
})

function textOf(history: readonly RegisterCall[]): string {
  const verdict = monotonicReads(history)
  return verdict.kind === 'kept' ? verdict.kind : verdict.text
}
