import * as subject from '#subject'
import { describe, expect, test } from 'vitest'

import { readTuning, REPLICAS } from '../tuning.ts'

describe('tuning', () => {
  test('every value is in its range', () => {
    expect(readTuning(subject.tuning)).toBeDefined()
  })

  test('every read meets every write: R + W is more than the replicas', () => {
    const { readQuorum, writeQuorum } = readTuning(subject.tuning)
    expect(readQuorum + writeQuorum).toBeGreaterThan(REPLICAS)
  })

  test('the fleet can grow', () => {
    const { minWorkers, maxWorkers } = readTuning(subject.tuning)
    expect(maxWorkers).toBeGreaterThan(minWorkers)
  })
})
