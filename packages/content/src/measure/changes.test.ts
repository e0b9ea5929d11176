import { describe, expect, test } from 'vitest'

import { changesIn, changeText } from './changes.ts'

const p99 = { id: 'p99', value: '200', unit: 'ms', tolerance: 0.05 }
const share = { id: 'share', value: '0', unit: '%', tolerance: 0 }

function textsOf(before: Record<string, number>, now: Record<string, number>): string[] {
  return changesIn([p99, share], before, now).map(changeText)
}

describe('a new measurement', () => {
  test('that gives the same is no change', () => {
    expect(textsOf({ p99: 200, share: 0 }, { p99: 200, share: 0 })).toEqual([])
  })

  test('within the tolerance moves a figure', () => {
    const [change] = changesIn([p99], { p99: 200 }, { p99: 210 })
    expect(change?.kind).toBe('moved')
  })

  test('beyond it is a drift, told with both values and the tolerance', () => {
    expect(textsOf({ p99: 200, share: 0 }, { p99: 211, share: 0.1 })).toEqual([
      'figure "p99": was 200, is 211 (ms), beyond its tolerance 5 %',
      'figure "share": was 0, is 0.1 (%), beyond its tolerance 0 %',
    ])
  })

  test('of a new figure is its first', () => {
    expect(textsOf({ share: 0 }, { p99: 200, share: 0 })).toEqual([
      'figure "p99": measured for the first time, 200',
    ])
  })

  test('names a figure without a measurement, and a measurement without a figure', () => {
    expect(textsOf({ p99: 200, share: 0 }, { p99: 200, shares: 0 })).toEqual([
      'figure "share": nothing measures it; measure it in the deck that it names',
      'amount "shares": there is no such figure of this deck in packages/content',
    ])
  })
})
