import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { nicknameSchema } from './text.ts'

describe('a nickname', () => {
  test('that was taken is taken again unchanged, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const first = nicknameSchema.safeParse(text)
        if (!first.success) return
        expect(nicknameSchema.parse(first.data)).toBe(first.data)
        expect(Array.from(first.data).length).toBeLessThanOrEqual(32)
      }),
    )
  })

  test.each(['Ada', '<b>Ada</b>', 'Zoë 山田', 'می‌خواهم', '👩🏽‍💻', "Robert'); DROP TABLE"])(
    'may be %j',
    (text) => {
      expect(nicknameSchema.parse(text)).toBe(text)
    },
  )

  test.each(['', '   ', 'a\u202Eb', 'a\u0000b', 'a\u200Bb', 'A\u200Dda', 'x'.repeat(33)])(
    'may not be %j',
    (text) => {
      expect(nicknameSchema.safeParse(text).success).toBe(false)
    },
  )
})
