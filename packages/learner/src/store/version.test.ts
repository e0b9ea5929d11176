import fc from 'fast-check'
import { expect, test } from 'vitest'

import { entryOf, nameOf, REASONS } from './version.ts'

const entries = fc.record({
  number: fc.integer({ min: 1, max: 9_999_999 }),
  at: fc.integer({ min: 0, max: Date.parse('2199-12-31') }),
  reason: fc.constantFrom(...REASONS),
  hash: fc.stringMatching(/^[0-9a-f]{16}$/),
})

test('a name says all that is known of a version', () => {
  fc.assert(
    fc.property(entries, (entry) => {
      expect(entryOf(nameOf(entry))).toEqual(entry)
    }),
  )
})

test.each([
  'notes.txt',
  '000001.ts',
  '000001-x-check-0123456789abcdef.ts',
  'pack-000001-000128.br',
])('%s is no version', (name) => expect(entryOf(name)).toBeUndefined())
