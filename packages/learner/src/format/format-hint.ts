import type { Hint } from '../hints/hints.ts'
import { styleFor, widthOf } from './style.ts'
import type { Screen, Style } from './style.ts'
import { wrap } from './wrap.ts'

interface HintOptions extends Screen {
  readonly slug: string
  /** How to get the next one; default: the command. */
  readonly more?: string
}

/** A hint for a terminal: its paragraphs wrapped, its code as it is. */
export function formatHint(
  { title, level, levels, part, text }: Hint,
  options: HintOptions,
): string {
  const style = styleFor(options)
  const about = part === null ? options.slug : `${options.slug}, ${part.toLowerCase()}`
  const more =
    level < levels
      ? `Try again first. Then: ${options.more ?? `npx five-pillars hint ${options.slug}`}`
      : 'This was the last hint. After that: ask your host, or catch up and go on.'
  return [
    style('bold', `Hint ${level} of ${levels} (${about}): ${title}`),
    '',
    ...blocksOf(text, widthOf(options) - 2, style).map((line) => `  ${line}`.trimEnd()),
    '',
    ...wrap(more, widthOf(options)).map((line) => style('dim', line)),
    '',
  ].join('\n')
}

/** Paragraphs and pieces of code, with an empty line between two of them. */
function blocksOf(markdown: string, width: number, style: Style): string[] {
  // Code stands between fences: it is every second block.
  const blocks = markdown.split(/^```.*\n?/m).flatMap((block, index) =>
    index % 2 === 1
      ? [block.trimEnd().split('\n')]
      : block
          .split(/\n{2,}/)
          .filter((paragraph) => paragraph.trim() !== '')
          .map((paragraph) => styled(wrap(plain(paragraph), width), style)),
  )
  return blocks.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))
}

/** Underscores around words are for a page, not for a terminal. */
function plain(paragraph: string): string {
  return paragraph.replaceAll(/(^|\W)_([^_]+)_(?=\W|$)/g, '$1$2')
}

function styled(lines: readonly string[], style: Style): string[] {
  return lines.map((line) =>
    line.replaceAll(/\*\*([^*]+)\*\*/g, (_, bold: string) => style('bold', bold)),
  )
}
