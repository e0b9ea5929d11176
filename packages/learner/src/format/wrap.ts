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

/** Where a command to be copied begins. */
const COMMAND = /(?<=: )(?=(?:npx|npm|mv|chmod|attrib) )/

/** Like `wrap`; a command that does not fit beside its sentence has a line to itself. */
export function wrapCommand(text: string, width: number): string[] {
  if (text.length <= width) return wrap(text, width)
  return text.split(COMMAND).flatMap((part) => wrap(part, width))
}

/** Like `wrap`, with all lines but the first indented as far as the first one begins. */
export function wrapAfter(label: string, text: string, width: number): string[] {
  const room = Math.max(1, width - label.length)
  return wrap(text, room).map((line, index) =>
    index === 0 ? `${label}${line}` : `${' '.repeat(label.length)}${line}`,
  )
}
