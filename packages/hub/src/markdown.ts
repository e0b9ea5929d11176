import { Marked, Renderer } from 'marked'
import type { RendererObject } from 'marked'

/**
 * Markdown of a brief as HTML. Raw HTML in it is shown as text, links to other files of the
 * repository become plain text (the hub serves the brief, not the folder), and code can be copied.
 */
export function markdown(source: string): string {
  return parser.parse(source, { async: false })
}

const renderer: RendererObject = {
  html({ text }) {
    return escaped(text)
  },
  link({ href, tokens }) {
    const inner = this.parser.parseInline(tokens)
    const goesSomewhere = /^(?:https?:\/\/|#)/.test(href)
    return goesSomewhere ? `<a href="${escaped(href)}">${inner}</a>` : inner
  },
  image({ text }) {
    return escaped(text)
  },
  checkbox() {
    return '<span class="box" aria-hidden="true"></span> '
  },
  heading({ depth, tokens, text }) {
    return `<h${depth} id="${headingId(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`
  },
  table(token) {
    const table = Renderer.prototype.table.call(this, token)
    return `<div class="wide" tabindex="0" role="group" aria-label="Table">${table}</div>\n`
  },
  code({ text, lang }) {
    const label = lang === undefined || lang === '' ? 'Code' : `Code, ${escaped(lang)}`
    return (
      `<div class="copyable"><pre tabindex="0" role="group" aria-label="${label}">` +
      `<code>${escaped(text)}</code></pre><button type="button" class="copy" data-copy ` +
      `aria-label="Copy this code" hidden>Copy</button></div>\n`
    )
  },
}

const parser = new Marked({ gfm: true, renderer })

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
])

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES.get(character) ?? character)
}

/** A part of a document: its heading, and what can be read until the next one. */
export interface MarkdownSection {
  heading: string
  text: string
  /** The document's own heading. */
  isTitle: boolean
}

/** The parts of a document as plain text, without code. */
export function sectionsOf(source: string): readonly MarkdownSection[] {
  const parts: { heading: string; texts: string[]; isTitle: boolean }[] = []
  for (const token of parser.lexer(source)) {
    if (token.type === 'heading' && token['depth'] <= 2) {
      parts.push({
        heading: plain(String(token['text'])),
        texts: [],
        isTitle: token['depth'] === 1,
      })
    } else if (token.type !== 'code' && token.type !== 'space') {
      parts.at(-1)?.texts.push(plain(token.raw))
    }
  }
  return parts.map(({ texts, ...part }) => ({ ...part, text: texts.join(' ') }))
}

/** What is read of Markdown, roughly: enough for a search. */
function plain(source: string): string {
  return source
    .replaceAll(/\]\([^)]*\)/g, ']')
    .replaceAll(/^\s*\|?[\s|:-]+\|\s*$/gm, ' ')
    .replaceAll(/[*_`#[\]|>]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** The id that a heading has on the page. */
export function headingId(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
}
