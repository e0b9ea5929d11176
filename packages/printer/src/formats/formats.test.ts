import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { exportDecks } from '../export-decks.ts'
import { notesInHead, writeStaticDeck } from '../testing/static-deck.ts'
import type { DeckFormat } from './write-deck.ts'

const TABLE = '<table><tr><th>rule</th></tr><tr><td>two choices</td></tr></table>'
const DRAWING = '<svg width="90" height="90" role="img" aria-label="x"><circle r="40" /></svg>'
const SLIDES = [
  { id: '001-01', html: `<h1>Work &amp; waits</h1>${TABLE}` },
  { id: '002-01', html: `<h1>A [queue] "grows"</h1>${DRAWING}` },
  { id: '002-02', html: `<h1>A [queue] "grows"</h1><p>Then it is full.</p>${DRAWING}` },
]
const CLICK = '<span class="slidev-note-click-mark" data-clicks="1"></span>'
const NOTES = [
  { no: 1, title: 'Work', html: '<p>Time: 1 min</p>\n<p>Say &lt;this&gt;.</p>' },
  { no: 2, title: 'Queue', html: `<p>${CLICK} Then that.</p>\n<ul><li>one</li><li>two</li></ul>` },
]

let root: string
let dir: string
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'formats ü '))
  dir = (await writeStaticDeck(root, SLIDES, notesInHead(NOTES))).folder
})
afterAll(() => rm(root, { recursive: true }))

/** Exports the same deck twice, and answers with one of the two when they are the same. */
async function exportTwice(
  format: DeckFormat,
  withClicks = false,
): Promise<ReadonlyMap<string, Buffer>> {
  const twins = ['1', '2'].map((id) => ({ id, title: 'A talk', author: 'Ada', dir }))
  const out = path.join(root, `${format}-${withClicks}`)
  await exportDecks({ decks: twins, out, format, withClicks, prefer: 'packaged' })
  const [first, second] = await Promise.all(twins.map(({ id }) => filesOf(out, id)))
  expect(second).toEqual(first)
  return first ?? new Map()
}

/** By the path without the name of the deck. */
async function filesOf(out: string, id: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(out, { recursive: true, withFileTypes: true })
  const own = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(out, path.join(entry.parentPath, entry.name)))
    .filter((file) => file.startsWith(id))
    .toSorted()
  return new Map(
    await Promise.all(
      own.map(async (file): Promise<[string, Buffer]> => {
        const name = file.replace(/^\d/, '').replace(/\d\.md$/, 'deck.md')
        return [name, await readFile(path.join(out, file))]
      }),
    ),
  )
}

async function unzipped(file: Buffer | undefined): Promise<(name: string) => Promise<string>> {
  const zip = await JSZip.loadAsync(file ?? '')
  return async (name) => (await zip.file(name)?.async('string')) ?? ''
}

describe('the same deck is the same file', () => {
  test.for(['pdf', 'handout', 'png'] as const)('as %s', async (format) => {
    expect(await exportTwice(format)).not.toEqual(new Map())
  })

  test('as md: pictures and what is said, by relative paths', async () => {
    const files = await exportTwice('md', true)
    expect([...files.keys()]).toEqual(
      ['001-00.png', '002-00.png', '002-01.png', 'deck.md'].map((name) => `-md-clicks/${name}`),
    )
    expect(files.get('-md-clicks/deck.md')?.toString()).toBe(`# A talk

## 1. Work & waits

![Work & waits](001-00.png)

Time: 1 min

Say <this>.

## 2. A [queue] "grows"

![A \\[queue\\] "grows"](002-00.png)

![A \\[queue\\] "grows", click 1](002-01.png)

[click] Then that.

- one
- two
`)
  })

  test('as pptx: a picture a slide, with title and notes', async () => {
    const read = await unzipped((await exportTwice('pptx')).get('.pptx'))
    expect(await read('ppt/slides/slide3.xml')).toBe('')
    const slide = await read('ppt/slides/slide2.xml')
    expect(slide).toContain('descr="A [queue] &quot;grows&quot;"')
    expect(slide).toContain('<a:t>A [queue] &quot;grows&quot;</a:t>')
    const note = await read('ppt/notesSlides/notesSlide1.xml')
    expect(note).toContain('<a:t>Time: 1 min</a:t></a:r></a:p><a:p>')
    expect(note).toContain('<a:t>Say &lt;this&gt;.</a:t>')
    expect(await read('docProps/core.xml')).toContain('<dc:creator>Ada</dc:creator>')
  })

  test('as pptx-editable: its text is text, its drawings are pictures', async () => {
    const read = await unzipped((await exportTwice('pptx-editable')).get('-editable.pptx'))
    const slide = await read('ppt/slides/slide2.xml')
    expect(slide).toContain('<a:t>Then it is full.</a:t>')
    expect(slide).toContain('descr="A [queue] &quot;grows&quot;"')
    expect(await read('ppt/notesSlides/notesSlide2.xml')).toContain('[click] Then that.')
  })
})
