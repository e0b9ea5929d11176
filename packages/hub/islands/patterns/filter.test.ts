import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { matches } from './filter.ts'

const row = { text: 'Task queue\n  Work waits in a line', pillar: 'work', pains: ['slow'] }
const nothing = { words: '', pain: '', pillar: '' }

describe('the filter of the pattern table', () => {
  test('an empty one hides nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.array(fc.string()), (text, pillar, pains) => {
        expect(matches({ text, pillar, pains }, nothing)).toBe(true)
      }),
    )
  })

  test('each condition more hides more', () => {
    const some = fc.constantFrom('', 'work', 'slow', 'line queue', 'x')
    fc.assert(
      fc.property(some, some, some, (words, pain, pillar) => {
        if (!matches(row, { words, pain, pillar })) return
        expect(matches(row, { words, pain, pillar: '' })).toBe(true)
        expect(matches(row, { words, pain: '', pillar })).toBe(true)
        expect(matches(row, { words: '', pain, pillar })).toBe(true)
      }),
    )
  })

  test('words may be in any order and case, and all of them must be there', () => {
    expect(matches(row, { ...nothing, words: 'LINE task' })).toBe(true)
    expect(matches(row, { ...nothing, words: 'line cache' })).toBe(false)
  })
})
