import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { nameText, printable, shortened } from './printable.ts'

describe('printable', () => {
  test.each([
    ['a\nb', String.raw`a\nb`],
    ['\t', String.raw`\t`],
    ['\u202Eabc', String.raw`\u{202e}abc`],
    ['\uD800', String.raw`\u{d800}`],
    ['Größe → 🦉', 'Größe → 🦉'],
  ])('%j reads %s', (text, seen) => {
    expect(printable(text)).toBe(seen)
  })

  test('nothing in it breaks a line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
      }),
    )
  })
})

describe('nameText', () => {
  test('an empty name can be seen', () => {
    expect(nameText('')).toBe('""')
    expect(nameText(' ')).toBe('" "')
  })
})

describe('shortened', () => {
  test.each([
    ['abcdef', 6, 'abcdef'],
    ['abcdef', 5, 'abcd…'],
    ['🦉🦉🦉', 3, '🦉🦉🦉'],
    ['🦉🦉🦉', 2, '🦉…'],
  ])('%s in %d characters is %s', (text, most, short) => {
    expect(shortened(text, most)).toBe(short)
  })
})
