import { styleFor, widthOf } from '../format/style.ts'
import type { Screen, Style } from '../format/style.ts'
import { wrap, wrapAfter } from '../format/wrap.ts'
import type { View } from './state.ts'

type Brief = Extract<View, { kind: 'brief' }>

/** Lines above the promise that are shown with it. */
const ABOVE = 2

/**
 * A brief for a terminal: what its pages use of Markdown, and no more. It begins at the promise that
 * was broken, which is marked.
 */
export function briefLines(
  { markdown, link }: Brief,
  screen: Screen,
): { lines: readonly string[]; start: number } {
  const style = styleFor(screen)
  const width = widthOf(screen) - 2
  const lines: string[] = []
  let start = 0
  for (const { text, kind, line } of blocksIn(markdown)) {
    const isBroken = link !== null && line === link.line
    if (isBroken) start = Math.max(0, lines.length - ABOVE)
    const mark = isBroken ? style('red', '> ') : '  '
    lines.push(...linesOf({ text, kind }, width, style).map((each) => `${mark}${each}`.trimEnd()))
  }
  return { lines, start }
}

interface Block {
  readonly kind: 'title' | 'text' | 'item' | 'row' | 'code' | 'blank'
  readonly text: string
}

/** A block and the number of its first line, from 1. */
interface Placed extends Block {
  readonly line: number
}

function blocksIn(markdown: string): Placed[] {
  const blocks: Placed[] = []
  let isCode = false
  for (const [index, text] of markdown.split(/\r?\n/).entries()) {
    if (text.startsWith('```')) {
      isCode = !isCode
      continue
    }
    const kind = isCode ? 'code' : kindOf(text)
    const last = blocks.at(-1)
    if (kind === 'text' && (last?.kind === 'text' || last?.kind === 'item')) {
      blocks[blocks.length - 1] = { ...last, text: `${last.text} ${text.trim()}` }
    } else if (!/^\|[-| ]+\|$/.test(text)) blocks.push({ kind, text, line: index + 1 })
  }
  return blocks
}

function kindOf(text: string): Block['kind'] {
  if (text.trim() === '') return 'blank'
  if (text.startsWith('#')) return 'title'
  if (text.startsWith('|')) return 'row'
  return /^\s*(?:[-*]|\d+\.) /.test(text) ? 'item' : 'text'
}

function linesOf({ kind, text }: Block, width: number, style: Style): string[] {
  switch (kind) {
    case 'blank':
      return ['']
    case 'code':
      return [`  ${text}`]
    case 'title':
      return [style('bold', text.replace(/^#+ */, ''))]
    case 'row':
      return wrapAfter('', cellsOf(text).join(' · '), width)
    case 'item': {
      const [, label = '', rest = ''] = /^(\s*(?:[-*]|\d+\.) )(.*)$/.exec(text) ?? []
      return wrapAfter(label, plain(rest), width)
    }
    case 'text':
      return wrap(plain(text), width)
  }
}

function cellsOf(row: string): string[] {
  return row
    .slice(1, -1)
    .split('|')
    .map((cell) => plain(cell).trim())
}

/** Without the marks that are for a page. */
function plain(text: string): string {
  return text
    .replaceAll(/\*\*([^*]+)\*\*/g, '$1')
    .replaceAll(/(^|\W)_([^_]+)_(?=\W|$)/g, '$1$2')
    .replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1')
}
