import { describe, expect, test } from 'vitest'

import type { Lane } from '../player/lane.ts'
import { nextMoment } from './next-moment.ts'
import { delaysFor, longerDelay, pullOf } from './pull.ts'

const lane: Lane = { from: [100, 100], to: [300, 100], label: [0, 0], anchor: 'middle' }
const delays = [10, 20, 50]

describe('a message that is dragged', () => {
  test.each([
    ['nowhere', [3, -4], { kind: 'none' }],
    ['ahead', [80, 10], { kind: 'none' }],
    ['back a little', [-15, 10], { kind: 'delay', byMs: 10 }],
    ['back a lot', [-55, 0], { kind: 'delay', byMs: 50 }],
    ['back for ever', [-999, 0], { kind: 'delay', byMs: 50 }],
    ['off its line', [-10, 60], { kind: 'lose' }],
    ['off its line at the other side', [0, -60], { kind: 'lose' }],
  ] as const)('%s', (_, by, pull) => {
    expect(pullOf(by, lane, delays)).toEqual(pull)
  })

  test('can be as late as is to be seen, and no later than the run is long', () => {
    expect(delaysFor(8, 500)).toEqual([5, 10, 20, 50, 100, 200, 500])
    expect(delaysFor(0.1, 0.5)).toEqual([1])
    expect([0, 10, 50].map((ms) => longerDelay(ms, delays))).toEqual([10, 20, 50])
  })
})

describe('the next moment at which something can be done', () => {
  const steps = [0, 12, 12.345, 20].map((at) => ({ at, text: '' }))

  test.each([
    ['is the next whole millisecond', 13.2, 8000, 14],
    ['is after what happens now', 12.345, 8000, 13],
    ['is before the next thing that does', 12, 8000, 12.1],
    ['is before it, however near that is', 12.344, 8000, 12.345],
    ['is so near that nothing is seen to move', 13.2, 500, 13.3],
    ['is a thousandth later in a world that is over in no time', 13.2, 1, 13.201],
  ])('%s', (_, at, endMs, moment) => {
    expect(nextMoment(at, steps, endMs)).toBe(moment)
  })
})
