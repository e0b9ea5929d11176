/**
 * What would break a line, hide, or turn the direction of reading: control characters, half
 * characters, separators, marks of direction, the byte order mark.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** Text on one line in which everything can be seen: a line break reads `\n`. */
export function printable(text: string): string {
  return text.replaceAll(UNPRINTABLE, escaped)
}

/** The name of a node, a key or an event, which may be any string: one that cannot be seen stands in
 * quotes. */
export function nameText(name: string): string {
  return name.trim() === '' ? `"${printable(name)}"` : printable(name)
}

/** The text, or its beginning and an ellipsis, in at most `most` characters. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const characters = Array.from(text)
  if (characters.length <= most) return text
  return `${characters.slice(0, most - 1).join('')}…`
}

function escaped(character: string): string {
  if (character === '\n') return '\\n'
  if (character === '\t') return '\\t'
  const code = character.codePointAt(0) ?? 0
  return `\\u{${code.toString(16)}}`
}
