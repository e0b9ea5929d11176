/** Words in lines of at most so many characters; a longer word has a line to itself. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return line === '' ? lines : [...lines, line]
}

/** Like `wrap`, with all lines but the first indented as far as the first one begins. */
export function wrapAfter(label: string, text: string, width: number): string[] {
  const room = Math.max(1, width - label.length)
  return wrap(text, room).map((line, index) =>
    index === 0 ? `${label}${line}` : `${' '.repeat(label.length)}${line}`,
  )
}
