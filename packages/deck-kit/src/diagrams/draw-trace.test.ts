import { traceMermaid } from '@five-pillars/simulator'
import type { Trace } from '@five-pillars/simulator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { openRenderer } from './open-renderer.ts'
import type { Renderer } from './open-renderer.ts'

const START_LIMIT_MS = 60_000
const NAMES = [
  '',
  ' ',
  'end',
  'END',
  'style',
  'participant',
  '__proto__',
  'a;b',
  'a#b',
  '#35;',
  'a:b',
  'wrap:',
  '%%{init}%%',
  '$$x$$',
  'a\nb',
  '"q"',
  '<b>x</b>',
  '->>',
  '@{',
  'ﬂ°°35¶ß',
  '&amp;',
]

/** Each name is a node, a message to the next node, and a part of what was found. */
const trace: Trace = {
  version: 1,
  world: 'names; of: nodes',
  kit: '0.1.0',
  seed: 1,
  nodes: NAMES.map((id) => ({ id, role: 'server' })),
  endMs: 100,
  healedAt: null,
  events: NAMES.flatMap((from, message) => [
    { at: message, kind: 'send', message, from, to: after(message), label: from },
    { at: message, kind: 'deliver', message },
  ]),
  findings: [{ at: 100, kind: 'invariant', rule: 'every name; is drawn', text: NAMES.join(' ') }],
  hash: '',
  show: {},
}

let renderer: Renderer

beforeAll(async () => {
  renderer = await openRenderer()
}, START_LIMIT_MS)

afterAll(async () => {
  await renderer.close()
})

function after(index: number): string {
  return NAMES[(index + 1) % NAMES.length] ?? ''
}

/** What stands in the texts of a drawing of one class. */
function texts(svg: string, className: string): readonly string[] {
  const found = svg.matchAll(new RegExp(`<text[^>]*class="${className}[^>]*>(.*?)</text>`, 'g'))
  return [...found].map(([, inside = '']) => read(inside.replaceAll(/<[^>]+>/g, '')))
}

/** Mermaid puts a space without width where there is no text. */
function read(text: string): string {
  return text
    .replaceAll('\u200B', '')
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

describe('the Mermaid diagram of a trace', () => {
  test(
    'is drawn with every name and every message as they are',
    async () => {
      const drawn = await renderer.draw(traceMermaid(trace), 'light', 'x')
      const svg = drawn.kind === 'svg' ? drawn.svg : drawn.message
      const shown = NAMES.map((name) => name.replaceAll('\n', String.raw`\n`))
      expect(texts(svg, 'messageText')).toEqual(shown.map((label) => label.trim()))
      expect(new Set(texts(svg, 'actor'))).toEqual(
        new Set(shown.map((name) => (name.trim() === '' ? `"${name}"` : name))),
      )
    },
    START_LIMIT_MS,
  )
})
