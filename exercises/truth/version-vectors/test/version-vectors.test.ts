import * as subject from '#subject'
import { describe, expect, test } from 'vitest'

describe('order', () => {
  test('who knows more comes after', () => {
    expect(subject.compare({ A: 2, B: 1 }, { A: 1, B: 1 })).toBe('after')
    expect(subject.compare({ A: 1, B: 1 }, { A: 2, B: 1 })).toBe('before')
  })

  test('two that know different things are concurrent', () => {
    expect(subject.compare({ A: 2, B: 1 }, { A: 1, B: 2 })).toBe('concurrent')
  })
})

describe('merging', () => {
  test('a merge has the larger count of each node', () => {
    expect(subject.merge({ A: 2, B: 1 }, { A: 1, B: 3 })).toEqual({ A: 2, B: 3 })
  })

  test('bump counts one more', () => {
    expect(subject.bump({ A: 2, B: 1 }, 'A')).toEqual({ A: 3, B: 1 })
  })
})

describe('storing', () => {
  const siblings = [{ version: { A: 1 }, value: 'soup' }]

  test('a writer who has read the value replaces it', () => {
    const kept = subject.put(siblings, { A: 1 }, 'salad', 'B')
    expect(kept.map(({ value }) => value)).toEqual(['salad'])
  })

  test('a writer who has not read it leaves both', () => {
    const kept = subject.put(siblings, {}, 'salad', 'B')
    expect(kept.map(({ value }) => value).toSorted()).toEqual(['salad', 'soup'])
  })
})
