import { seen } from './seen.ts'

/** Text from elsewhere on one line of Markdown: it ends no cell, opens no tag and marks nothing. */
export function markdownText(text: string): string {
  return seen(text)
    .replaceAll('&', '&amp;')
    .replaceAll(/[\\`*_|<>[\]~$#]/g, (mark) => `\\${mark}`)
    .replaceAll(/\s+/g, ' ')
}

/** A block of code with a fence that is longer than any in the text. */
export function fenced(text: string, language: string): string[] {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return [`${fence}${language}`, text, fence]
}
