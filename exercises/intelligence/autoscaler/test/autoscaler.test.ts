import * as subject from '#subject'
import { describe, expect, test } from 'vitest'

import type { Autoscaler } from '../src/autoscaler.ts'

const MINUTE_MS = 60_000

describe('growing', () => {
  test('4 replicas at 90 % with a target of 60 % become 6', () => {
    expect(decide(autoscaler(), { ready: 4, utilization: 90 })).toBe(6)
  })

  test('never more than max', () => {
    expect(decide(autoscaler(), { ready: 8, utilization: 120 })).toBe(10)
  })

  test('a replica more or less is not worth it close to the target', () => {
    expect(decide(autoscaler(), { ready: 4, utilization: 63 })).toBe(4)
  })
})

describe('blindness', () => {
  test('without metrics the fleet stays as it is', () => {
    expect(decide(autoscaler(), { ready: 4, utilization: null })).toBe(4)
  })
})

describe('shrinking', () => {
  test('an idle fleet is never smaller than min', () => {
    expect(decide(autoscaler(), { ready: 4, utilization: 3 })).toBe(2)
  })

  test('a quiet minute after a busy one changes nothing yet', () => {
    const scaler = autoscaler()
    decide(scaler, { at: 0, ready: 4, utilization: 60 })
    expect(decide(scaler, { at: MINUTE_MS, ready: 4, utilization: 30 })).toBe(4)
  })
})

function autoscaler(): Autoscaler {
  return subject.createAutoscaler({
    target: 60,
    min: 2,
    max: 10,
    tolerance: 0.1,
    stabilizationDownMs: 5 * MINUTE_MS,
  })
}

function decide(
  scaler: Autoscaler,
  { at = 0, ready, utilization }: { at?: number; ready: number; utilization: number | null },
): number {
  return scaler.decide({ at, ready, starting: 0, utilization })
}
