/**
 * Breaks text into lines of at most `width` characters, between words where it can. Lines of the
 * text stay lines, and what was indented stays so; a list that was broken after a comma goes on.
 */
export function wrap(text: string, width: number): string[] {
  const flowing = text.replaceAll(/(?<=^( +)\S.*,)\n\1(?=\S)/gm, ' ')
  return flowing.split('\n').flatMap((line) => wrapLine(line, Math.max(width, 10)))
}

/** At most `count` lines; a cut is shown. */
export function atMost(lines: readonly string[], count: number, width: number): string[] {
  if (lines.length <= count) return [...lines]
  const kept = lines.slice(0, Math.max(count, 1))
  return [...kept.slice(0, -1), shorten(`${kept.at(-1)} …`, width)]
}

/**
 * At most `count` lines of a story: what is wrong stands at its beginning, and how it came about at
 * its end. What is left out between them is counted.
 */
export function withoutMiddle(lines: readonly string[], count: number, width: number): string[] {
  if (lines.length <= count || count < 4) return atMost(lines, count, width)
  const sentence = lines.findIndex((line) => line.startsWith(' '))
  // With the sentence stays the line after it: what the world was like, or how much was before.
  const first = Math.min(sentence === -1 ? lines.length : sentence + 1, count - 2)
  const head = lines.slice(0, first)
  const gap = /^ *… .*/.exec(head.at(-1) ?? '')?.[0]
  if (gap !== undefined) head.pop()
  const tail = lines.slice(head.length + 1 - count)
  const left = lines.length - first - tail.length
  const more = `${left} more ${left === 1 ? 'line' : 'lines'}`
  const indent = /^ */.exec(tail[0] ?? '')?.[0] ?? ''
  const sign = gap === undefined ? `${indent}… ${more}` : `${gap}, and ${more}`
  return [...head, shorten(sign, width), ...tail]
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
