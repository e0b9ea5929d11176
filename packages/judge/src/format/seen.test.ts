import fc from 'fast-check'
import { expect, test } from 'vitest'

import { hostileText } from './hostile.ts'
import { seen } from './seen.ts'

test('colours go, and what cannot be seen is spelled out', () => {
  expect(seen('\u001b[31mred\u001b[0m\tand\r\nb\bell\u0007 \u202etxt')).toBe(
    'red\tand\nb\\u{8}ell\\u{7} \\u{202e}txt',
  )
})

test('nothing moves the cursor', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(seen(text)).not.toMatch(/[^\P{Cc}\n\t]|[\u2028\u2029\ud800-\udfff\u202a-\u202e]/u)
    }),
  )
})
