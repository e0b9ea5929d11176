import { describe, expect, test } from 'vitest'

import { readTrace } from '../../fixtures/read-trace.ts'
import { cutsOf } from './cuts-of.ts'
import { spellsOf } from './spells-of.ts'

describe('spellsOf', () => {
  test('a fault ends by itself, with the healing, or not at all', () => {
    const healed = readTrace('healed-partition')
    const events = healed.events.filter(({ kind }) => kind !== 'fault-ends')
    expect(spellsOf(healed).map(({ from, to }) => [from, to])).toEqual([
      [300, 1680],
      [700, 1300],
    ])
    expect(spellsOf({ ...healed, events }).map(({ to }) => to)).toEqual([1680, 1680])
    expect(spellsOf(readTrace('two-leaders'))).toMatchObject([{ node: 'a', from: 200, to: null }])
  })
})

describe('cutsOf', () => {
  test('links are cut until others are, or the world is healed', () => {
    const healed = readTrace('healed-partition')
    expect(cutsOf(healed)).toMatchObject([{ from: 300, to: 1680 }])
    expect(cutsOf(readTrace('two-leaders'))).toMatchObject([{ from: 200, to: 420 }])
  })
})
