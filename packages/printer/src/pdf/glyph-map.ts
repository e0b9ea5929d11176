/** From the codes in a content stream to the characters they stand for. */
export interface GlyphMap {
  /** Bytes of one code. */
  bytes: number
  characters: ReadonlyMap<number, string>
}

const BLOCKS = /begin(?<kind>bfchar|bfrange)(?<lines>[\s\S]*?)endbf/g
const HEX = /<([\da-fA-F]+)>/g

/** Reads a ToUnicode table with `bfchar` and `bfrange` blocks, which is all that Chromium writes. */
export function parseGlyphMap(table: string): GlyphMap {
  const characters = new Map<number, string>()
  for (const { groups = {} } of table.matchAll(BLOCKS)) {
    const numbers = [...(groups['lines'] ?? '').matchAll(HEX)].map(([, hex = '']) => hex)
    const step = groups['kind'] === 'bfchar' ? 2 : 3
    for (let at = 0; at + step <= numbers.length; at += step) {
      const [first = '', ...rest] = numbers.slice(at, at + step)
      const last = step === 2 ? first : (rest[0] ?? first)
      addRange(characters, Number.parseInt(first, 16), Number.parseInt(last, 16), rest.at(-1) ?? '')
    }
  }
  const codes = /begincodespacerange\s*<([\da-fA-F]+)>/.exec(table)?.[1] ?? '00'
  return { bytes: codes.length / 2, characters }
}

/** A range counts up in its last character; the ones before it, of a ligature, stay. */
function addRange(
  characters: Map<number, string>,
  first: number,
  last: number,
  target: string,
): void {
  const text = Buffer.from(target, 'hex').swap16().toString('utf16le')
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0)
  for (let code = first; code <= last; code += 1) {
    const counted = [...points.slice(0, -1), (points.at(-1) ?? 0) + code - first]
    characters.set(code, String.fromCodePoint(...counted))
  }
}
