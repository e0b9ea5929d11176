/**
 * Breaks text into lines of at most `width` characters, between words where it can. Lines of the
 * text stay lines, and what was indented stays so.
 */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(width, 10)))
}

/** At most `count` lines; a cut is shown. */
export function atMost(lines: readonly string[], count: number, width: number): string[] {
  if (lines.length <= count) return [...lines]
  const kept = lines.slice(0, Math.max(count, 1))
  return [...kept.slice(0, -1), shorten(`${kept.at(-1)} …`, width)]
}

/** Cuts a line to `width` characters, with a sign that it was cut. */
export function shorten(line: string, width: number): string {
  return line.length <= width ? line : `${line.slice(0, Math.max(width - 1, 0))}…`
}

function wrapLine(line: string, width: number): string[] {
  const indent = /^\s*/.exec(line)?.[0].slice(0, Math.floor(width / 2)) ?? ''
  const lines: string[] = []
  let current = ''
  for (const word of line
    .trim()
    .split(/\s+/)
    .flatMap((part) => pieces(part, width - indent.length))) {
    const longer = current === '' ? `${indent}${word}` : `${current} ${word}`
    if (longer.length <= width) current = longer
    else {
      lines.push(current)
      current = `${indent}${word}`
    }
  }
  return [...lines, current]
}

/** A word that fits on no line is cut. */
function pieces(word: string, width: number): string[] {
  const parts: string[] = []
  for (let at = 0; at === 0 || at < word.length; at += width) parts.push(word.slice(at, at + width))
  return parts
}
