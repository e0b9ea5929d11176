/** One level of `hints.md`. */
export interface Level {
  readonly title: string
  /** All of it, as Markdown. */
  readonly text: string
  /** What it says of each part: from a bold name at the beginning of a paragraph to the next one. */
  readonly parts: readonly { readonly name: string; readonly text: string }[]
}

/** The levels of `hints.md`: each begins with a heading such as `## 1. A nudge`. */
export function levelsIn(markdown: string): readonly Level[] {
  return markdown
    .replaceAll('\r\n', '\n')
    .split(/^## (?=\d+\. )/m)
    .slice(1)
    .map((section) => {
      const [heading = '', ...lines] = section.split('\n')
      const text = lines.join('\n').trim()
      return { title: heading.replace(/^\d+\. /, '').trim(), text, parts: partsIn(text) }
    })
}

function partsIn(text: string): Level['parts'] {
  return text.split(/^(?=\*\*[^*]+\*\*)/m).flatMap((block) => {
    const [, name] = /^\*\*([^*]+?)[.:?!]?\*\*/.exec(block) ?? []
    return name === undefined ? [] : [{ name, text: block.trim() }]
  })
}
