import { expect, test } from 'vitest'

import { clockText } from './clock-text.ts'

test('a clock that counts down shows zero only when time is up', () => {
  const shown = [600_000, 599_001, 60_000, 59_999, 1, 0, -5].map(clockText)
  expect(shown).toEqual(['10:00', '10:00', '1:00', '1:00', '0:01', '0:00', '0:00'])
})
