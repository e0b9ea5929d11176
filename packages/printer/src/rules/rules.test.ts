import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { checkDecks } from '../check-decks.ts'
import type { CheckReport } from '../check-decks.ts'
import { formatFinding } from '../finding.ts'
import { writeStaticDeck } from '../testing/static-deck.ts'

const LONG = 'a line of code that is far too long for the box in which it was put by its author'
const CASES: Record<string, { html: string; found: string[] }> = {
  'a plain slide': { html: '<h1>Plain</h1><p>Text</p>', found: [] },
  'a box that scrolls': {
    html: `<pre style="width: 300px; overflow: auto">${LONG}</pre>`,
    found: ['clipped: <pre> "a line of code that is far too long for …" hides text'],
  },
  'an empty ornament in a box that hides it': {
    html: '<div style="width: 90px; height: 90px; overflow: hidden">a<i style="position: absolute; width: 400px; height: 4px"></i></div>',
    found: [],
  },
  'a label outside of its drawing': {
    html: '<svg width="200" height="60"><text x="150" y="40" font-size="24">beyond</text></svg>',
    found: ['clipped: <svg> "beyond" hides text'],
  },
  'a drawing that shows what is outside': {
    html: '<svg width="200" height="60" overflow="visible"><text x="150" y="40" font-size="24">beyond</text></svg>',
    found: [],
  },
  'text over two edges': {
    html: '<p style="position: absolute; left: -30px; top: -20px; margin: 0">corner</p>',
    found: ['off canvas: "corner" is over the left edge by 30 px and the top edge'],
  },
  'a wrapper wider than the slide': {
    html: '<div style="position: absolute; inset: -100px; background: #eee"></div><p>Text</p>',
    found: [],
  },
  'a bleed on purpose': {
    html: '<p data-bleed style="position: absolute; left: -30px; top: 30px">bleed</p>',
    found: [],
  },
  'text of 13 px': {
    html: '<p style="font-size: 13px">small</p>',
    found: ['tiny text: "small" is 13.0 px; 14 is the least'],
  },
  'text of 14 px': { html: '<p style="font-size: 14px">least</p>', found: [] },
  'text made small by its drawing': {
    html: '<svg viewBox="0 0 400 100" width="200"><text y="50" font-size="24">half</text></svg>',
    found: ['tiny text: "half" is 12.0 px; 14 is the least'],
  },
  'text made small by its box': {
    html: '<p style="scale: 0.5; transform-origin: 0 0">half</p>',
    found: ['tiny text: "half" is 12.0 px; 14 is the least'],
  },
  'text of a drawing that is too pale for the paper': {
    html: '<svg width="300" height="60"><text y="40" font-size="20" fill="#888">pale</text></svg>',
    found: ['low contrast: "pale" in a drawing is 3.54:1; 4.5:1 is the least'],
  },
  'large text of a drawing, as pale': {
    html: '<svg width="300" height="60"><text y="40" font-size="24" fill="#888">pale</text></svg>',
    found: [],
  },
  'text of a drawing that is too pale for the shape behind it': {
    html: `<svg width="300" height="60"><rect width="200" height="60" fill="#1e3a8a" />
      <text x="20" y="40" font-size="24">on blue</text><text x="220" y="40" font-size="24">off</text></svg>`,
    found: ['low contrast: "on blue" in a drawing is 2.'],
  },
  'a shape that lies over its text': {
    html: `<svg width="300" height="60"><text x="20" y="40" font-size="24">below</text>
      <rect width="200" height="60" fill="#1d4ed8" fill-opacity="0.1" /></svg>`,
    found: [],
  },
  'text with a halo on a dark shape': {
    html: `<svg width="300" height="60"><rect width="200" height="60" fill="#123" />
      <text x="20" y="40" font-size="24" stroke="#fff" stroke-width="6" paint-order="stroke">halo</text></svg>`,
    found: [],
  },
  'small text that waits for its click': {
    html: '<p>Text</p><p style="font-size: 9px; opacity: 0">waits</p>',
    found: [],
  },
  'a component by a name with a dash': {
    html: '<p>Text</p><no-such-thing></no-such-thing>',
    found: ['unknown element: <no-such-thing> is neither HTML nor a component'],
  },
  'nothing at all': { html: '', found: ['empty slide: the slide shows nothing'] },
}

describe('the rules, each on a slide of its own', () => {
  const names = Object.keys(CASES)
  let root: string
  let report: CheckReport
  beforeAll(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'five-pillars-rules-'))
    const states = Object.values(CASES).map(({ html }, index) => {
      return { id: `${String(index + 1).padStart(3, '0')}-01`, html }
    })
    const { folder } = await writeStaticDeck(root, states)
    report = await checkDecks({
      decks: [{ id: 'static', dir: folder }],
      prefer: 'packaged',
      axe: false,
      schemes: ['light'],
    })
  }, 30_000)
  afterAll(() => rm(root, { recursive: true }))

  test('every slide is looked at', () => {
    const states = names.map((_, index) => ({ slide: index + 1, click: 0 }))
    expect(report.decks).toMatchObject([{ id: 'static', slides: names.length, states }])
  })

  test.each(names)('%s', (name) => {
    const slide = names.indexOf(name) + 1
    const found = report.findings.filter((finding) => finding.slide === slide).map(formatFinding)
    const expected = (CASES[name]?.found ?? []).map(
      (message) => `static, slide ${slide}: ${message}`,
    )
    expect(found.map((line, index) => line.slice(0, expected[index]?.length))).toEqual(expected)
  })
})
