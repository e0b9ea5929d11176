import { readFile } from 'node:fs/promises'
import path from 'node:path'

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { isLinearizable } from './linearizable.ts'
import { measureRegister } from './measure-register.ts'
import { runRegister, shop } from './register.ts'

/** Machines may round a logarithm differently, which moves single messages, not results. */
const TOLERANCE = 0.1

describe('a register on overlapping quorums', () => {
  test('every operation gets its answer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1 }), fc.boolean(), (seed, writeBack) => {
        const history = runRegister(seed, writeBack)
        expect(history).toHaveLength(shop.writes + shop.readers * shop.readsOfEach)
      }),
      { numRuns: 20 },
    )
  })

  test('it is linearizable when readers write back what they saw', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1 }), (seed) => {
        expect(isLinearizable(runRegister(seed, true))).toBe(true)
      }),
    )
  })

  test('a finished write is always seen, with or without write-back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1 }), fc.boolean(), (seed, writeBack) => {
        const history = runRegister(seed, writeBack)
        const writes = history.filter(({ kind }) => kind === 'write')
        for (const read of history.filter(({ kind }) => kind === 'read')) {
          const finished = writes.filter(({ answeredMs }) => answeredMs < read.calledMs)
          expect(read.version).toBeGreaterThanOrEqual(finished.length)
        }
      }),
    )
  })

  test('the saved measurement is what the worlds give today', { timeout: 60_000 }, async () => {
    const file = path.join(import.meta.dirname, '..', 'data', 'register.json')
    const saved: ReturnType<typeof measureRegister> = JSON.parse(await readFile(file, 'utf8'))
    const now = measureRegister()
    const difference = Math.abs(now.violations.quorums - saved.violations.quorums)
    expect(difference).toBeLessThanOrEqual(TOLERANCE * saved.violations.quorums)
    expect({ ...now, violations: 0 }).toEqual({ ...saved, violations: 0 })
    expect(now.violations.writeBack).toBe(0)
  })
})

describe('isLinearizable', () => {
  test('one operation after the other, each returning the newest, is linearizable', () => {
    const history = [
      { kind: 'write', version: 1, calledMs: 0, answeredMs: 1 },
      { kind: 'read', version: 1, calledMs: 2, answeredMs: 3 },
      { kind: 'write', version: 2, calledMs: 4, answeredMs: 5 },
      { kind: 'read', version: 2, calledMs: 6, answeredMs: 7 },
    ] as const
    expect(isLinearizable(history)).toBe(true)
  })

  test('new for one reader and then old for the next is not', () => {
    const history = [
      { kind: 'write', version: 1, calledMs: 0, answeredMs: 9 },
      { kind: 'read', version: 1, calledMs: 1, answeredMs: 2 },
      { kind: 'read', version: 0, calledMs: 3, answeredMs: 4 },
    ] as const
    expect(isLinearizable(history)).toBe(false)
  })

  test('old and new for two readers at once is linearizable', () => {
    const history = [
      { kind: 'write', version: 1, calledMs: 0, answeredMs: 9 },
      { kind: 'read', version: 1, calledMs: 1, answeredMs: 4 },
      { kind: 'read', version: 0, calledMs: 3, answeredMs: 6 },
    ] as const
    expect(isLinearizable(history)).toBe(true)
  })

  test('a value read before its write was called is not', () => {
    const history = [
      { kind: 'read', version: 1, calledMs: 0, answeredMs: 1 },
      { kind: 'write', version: 1, calledMs: 2, answeredMs: 3 },
    ] as const
    expect(isLinearizable(history)).toBe(false)
  })
})
