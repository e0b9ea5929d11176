/**
 * Breaks a text between words into lines of at most `columns` characters. Lines after the first
 * begin with `indent` spaces; several spaces between words become one. A word that is longer than a line is broken.
 */
export function wrapText(text: string, columns: number, indent = 0): readonly string[] {
  const lines: string[] = []
  const margin = ' '.repeat(indent)
  let line = ''
  for (const word of text.split(/ +/).flatMap((each) => pieces(each, columns - indent))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (length(longer) <= columns) {
      line = longer
      continue
    }
    lines.push(line)
    line = `${margin}${word}`
  }
  return [...lines, line]
}

/** How many characters a terminal shows; halves of one count once. */
export function length(text: string): number {
  return Array.from(text).length
}

function pieces(word: string, most: number): readonly string[] {
  const characters = Array.from(word)
  if (characters.length <= most) return [word]
  const count = Math.ceil(characters.length / most)
  return Array.from({ length: count }, (_, index) =>
    characters.slice(index * most, (index + 1) * most).join(''),
  )
}
