import { stripVTControlCharacters } from 'node:util'

/**
 * What would move a cursor, hide, or turn the direction of reading: control characters but line
 * breaks and tabs, half characters, separators, marks of direction, the byte order mark.
 */
const UNSEEN =
  /[^\P{Cc}\n\t]|[\p{Cs}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/**
 * Text of a submission as it may be printed: without colours, and with everything in it to be seen.
 * Lines stay lines.
 */
export function seen(text: string): string {
  return stripVTControlCharacters(text)
    .replaceAll('\r\n', '\n')
    .replaceAll(UNSEEN, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
}
