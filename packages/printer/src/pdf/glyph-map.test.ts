import { expect, test } from 'vitest'

import { parseGlyphMap } from './glyph-map.ts'

const TABLE = `
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
2 beginbfchar
<0003> <0020>
<0101> <00660069>
endbfchar
1 beginbfrange
<0024> <0026> <0041>
endbfrange
1 beginbfchar
<0200> <D83DDE00>
endbfchar
`

test('single codes, ranges, ligatures and pairs of surrogates are read', () => {
  const { bytes, characters } = parseGlyphMap(TABLE)
  expect(bytes).toBe(2)
  expect(Object.fromEntries(characters)).toEqual({
    0x03: ' ',
    0x24: 'A',
    0x25: 'B',
    0x26: 'C',
    0x101: 'fi',
    0x200: '😀',
  })
})

test('a font without a table has no characters', () => {
  expect(parseGlyphMap('').characters.size).toBe(0)
})
