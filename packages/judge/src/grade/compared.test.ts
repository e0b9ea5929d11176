import { expect, test } from 'vitest'

import { compared } from './compared.ts'

function saidOf(check: () => void): string {
  try {
    check()
  } catch (error) {
    if (error instanceof Error) return error.message.replace(/ \/\/ .*$/, '')
  }
  throw new Error('it does not fail')
}

test.each([
  [() => expect('up').toBe('down'), "Expected 'down', and it was 'up'."],
  [() => expect(4).toBe(0), 'Expected 0, and it was 4.'],
  [() => expect(undefined).toBeNull(), 'Expected null, and it was undefined.'],
  [() => expect(['A']).toEqual(['B', 'B']), "Expected [ 'B', 'B' ], and it was [ 'A' ]."],
  [() => expect(12).toBeLessThanOrEqual(11), 'Expected at most 11, and it was 12.'],
  [() => expect(2).toBeGreaterThan(3), 'Expected more than 3, and it was 2.'],
])('what was wanted is told from what came: %#', (check, words) => {
  expect(compared(saidOf(check))).toBe(words)
})

test.each(['expected 3 to be a function', 'A got two turns in a row.', 'expected nothing'])(
  'whatever else is said stays: %s',
  (text) => expect(compared(text)).toBe(text),
)
