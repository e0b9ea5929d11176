const NARROW = /[ijltfr.,:;|!'()[\]]/
const WIDE = /[mwMW@%→…—]/
const CAPITAL = /\p{Lu}/u

/**
 * About how wide a text is drawn, in units; a little too wide rather than too narrow, since nobody
 * can measure a font here.
 */
export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const character of text) ems += emsOf(character)
  return ems * size
}

function emsOf(character: string): number {
  if (character === ' ') return 0.28
  if (NARROW.test(character)) return 0.36
  if (WIDE.test(character)) return 0.92
  if (CAPITAL.test(character)) return 0.7
  // Letters of Chinese, Japanese and Korean, and symbols, are as wide as high.
  return (character.codePointAt(0) ?? 0) > 0x2e80 ? 1 : 0.58
}
