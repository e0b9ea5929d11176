import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { length, wrapText } from './wrap-text.ts'

function letters(text: string): string {
  return text.replaceAll(' ', '')
}

describe('wrapText', () => {
  test('lines break between words, and later ones are indented', () => {
    expect(wrapText('isolate the leader at 200 ms', 14, 2)).toEqual([
      'isolate the',
      '  leader at',
      '  200 ms',
    ])
  })

  test('no line is too long, and no letter is lost', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 200 })
    fc.assert(
      fc.property(texts, fc.integer({ min: 10, max: 80 }), fc.nat(8), (text, columns, indent) => {
        const lines = wrapText(text, columns, indent)
        expect(Math.max(...lines.map(length))).toBeLessThanOrEqual(columns)
        expect(letters(lines.join(''))).toBe(letters(text))
      }),
    )
  })
})
