import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { createRng } from '../random/create-rng.ts'
import { readYourWrites } from './read-your-writes.ts'
import { atomicHistory } from './testing/atomic-history.ts'
import { atomicRegister } from './testing/atomic-objects.ts'
import { read, write } from './testing/call.ts'
import type { RegisterCall } from './versions.ts'

describe('read your writes', () => {
  test('is kept by an atomic register', () => {
    const property = fc.property(fc.nat(), (seed) => {
      const shape = { clients: 4, operations: 60, timeouts: 0.1 }
      const history = atomicHistory(createRng(seed), atomicRegister, shape)
      expect(readYourWrites(history)).toEqual({ kind: 'kept' })
    })
    fc.assert(property)
  })

  test('is kept by a read of what somebody else wrote meanwhile', () => {
    const history = [
      write('c1', [0, 10], 3),
      write('c2', [5, 15], 4),
      read('c1', [20, 30], 4),
      read('c1', [40, 50], 3),
    ]
    expect(readYourWrites(history)).toEqual({ kind: 'kept' })
  })

  test('does not cover what others wrote, nor other keys', () => {
    const history = [
      write('c1', [0, 10], 3),
      read('c2', [20, 30], null),
      read('c1', [40, 50], null, 'y'),
    ]
    expect(readYourWrites(history)).toEqual({ kind: 'kept' })
  })

  test('does not cover a write of which the client heard nothing', () => {
    const history = [write('c1', [0, null], 3), read('c1', [20, 30], null)]
    expect(readYourWrites(history)).toEqual({ kind: 'kept' })
  })
})

describe('read your writes that are broken', () => {
  test('are told of the initial value after a write', () => {
    const history = [write('c1', [0, 10], 3), read('c1', [20, 30], null)]
    expect(readYourWrites(history)).toEqual({
      kind: 'broken',
      operations: history,
      text: 'c1 read x = null at 30 ms, although it had itself written 3 by 10 ms. null is older: it was there from the start.',
    })
  })

  test('are told of a value that somebody had read before the write began', () => {
    const history = [
      write('c2', [0, null], 3),
      read('c3', [5, 10], 3),
      write('c1', [20, 30], 4),
      read('c1', [40, 50], 3),
    ]
    expect(textOf(history)).toBe(
      'c1 read x = 3 at 50 ms, although it had itself written 4 by 30 ms. 3 is older: c2 began to write it, and it had been read by 10 ms.',
    )
  })

  test("are told of the client's own earlier value, even if its calls touch", () => {
    const history = [write('c1', [0, 10], 3), write('c1', [10, 20], 4), read('c1', [20, 30], 3)]
    expect(textOf(history)).toBe(
      'c1 read x = 3 at 30 ms, although it had itself written 4 by 20 ms. 3 is older: c1 had written it by 10 ms.',
    )
  })

  test('are told of a value that nobody wrote, or wrote only later', () => {
    const history = [read('c1', [0, 10], 3), write('c1', [20, 30], 3)]
    expect(textOf(history)).toBe('c1 read x = 3 at 10 ms, which nobody had begun to write by then.')
    expect(textOf(history.slice(0, 1))).toBe(textOf(history))
  })
})

describe('session guarantees', () => {
  test('cannot be told where a value is written twice', () => {
    const history = [write('c1', [0, 10], 3), write('c2', [20, 30], 3)]
    expect(() => readYourWrites(history)).toThrow(
      'c2 writes x = 3 at 20 ms, but 3 was also written by c1 at 0 ms. Session guarantees can be checked only if each written value is unique.',
    )
  })

  test('cannot be told where the initial value is written', () => {
    expect(() => readYourWrites([write('c1', [0, 10], 0)], 0)).toThrow(
      'c1 writes x = 0 at 0 ms, but 0 is what x began with.',
    )
  })
})

function textOf(history: readonly RegisterCall[]): string {
  const verdict = readYourWrites(history)
  return verdict.kind === 'kept' ? verdict.kind : verdict.text
}
