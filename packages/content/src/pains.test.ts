import { expect, test } from 'vitest'

import { pains } from './pains.ts'
import { patterns } from './patterns.ts'

test('each pain leads to patterns, and has a name of its own', () => {
  expect(pains.map(({ text }) => text)).toContain('It is slow')
  expect(new Set(pains.map(({ id }) => id)).size).toBe(pains.length)
  for (const { id, patterns: behind } of pains) {
    expect([id, behind.length > 0]).toEqual([id, true])
    expect(patterns.map((each) => each.id)).toEqual(expect.arrayContaining([...behind]))
  }
})
