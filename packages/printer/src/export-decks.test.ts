import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { exportDecks } from './export-decks.ts'
import type { Exported, ExportOptions } from './export-decks.ts'
import { readPdf } from './pdf/read-pdf.ts'
import type { StaticState } from './testing/static-deck.ts'
import { writeStaticDeck } from './testing/static-deck.ts'

const TALK: readonly StaticState[] = [
  { id: '001-01', html: '<h1>Work <em>waits</em> in queues</h1>' },
  { id: '002-01', html: '<h1>Before</h1>' },
  { id: '002-02', html: '<h1>After one click</h1>' },
  { id: '002-03', html: '<h1>After two clicks</h1>' },
]
/** What never gets ready is waited for so long; a busy machine takes a while to show anything. */
const IMPATIENT = { readyLimitMs: 4000 }
const WAITING = '<div class="slidev-slide-loading"></div>'

let root: string
let out: string
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'five-pillars-export-'))
  out = path.join(root, 'out ü')
  await mkdir(out)
})
afterEach(() => rm(root, { recursive: true }))

async function exportTalk(
  states: readonly StaticState[],
  options: Partial<ExportOptions> = {},
): Promise<Exported | undefined> {
  const { folder } = await writeStaticDeck(root, states)
  const deck = { id: 'talk', title: 'Five Pillars — Größe', author: 'Ada', dir: folder }
  const [exported] = await exportDecks({
    decks: [deck],
    out,
    format: 'pdf',
    prefer: 'packaged',
    ...options,
  })
  return exported
}

function failToBuild(): Promise<void> {
  return Promise.reject(new Error('the deck was not built'))
}

describe('exportDecks', () => {
  test('a build that fails is the error, and nothing is written', async () => {
    await expect(exportTalk(TALK, { build: failToBuild })).rejects.toThrow('the deck was not built')
    expect(await readdir(out)).toEqual([])
  })

  test('a PDF has a page for each slide, as it is after its last click', async () => {
    const exported = await exportTalk(TALK)
    expect(exported).toEqual({
      deck: 'talk',
      path: path.join(out, 'talk.pdf'),
      pages: 2,
      findings: [],
    })
    const pdf = await readPdf(await readFile(path.join(out, 'talk.pdf')))
    expect(pdf).toMatchObject({ pages: 2, title: 'Five Pillars — Größe', author: 'Ada' })
    expect(pdf.isTagged).toBe(true)
    expect(pdf.outline).toEqual(['Work waits in queues', 'After two clicks'])
    expect(pdf.textOf(2)).toBe('After two clicks')
    expect(pdf.fonts.every(({ type, isEmbedded }) => type !== 'Type3' && isEmbedded)).toBe(true)
  })

  test('with clicks it has a page for each click state', async () => {
    await exportTalk(TALK, { withClicks: true })
    const pdf = await readPdf(await readFile(path.join(out, 'talk-clicks.pdf')))
    expect([1, 2, 3, 4].map(pdf.textOf)).toEqual([
      'Work waits in queues',
      'Before',
      'After one click',
      'After two clicks',
    ])
  })

  test('pictures are named by slide, and by click where clicks are printed', async () => {
    await exportTalk(TALK, { format: 'png' })
    await exportTalk(TALK, { format: 'png', withClicks: true, dark: true })
    expect(await readdir(path.join(out, 'talk'))).toEqual(['001.png', '002.png'])
    expect(await readdir(path.join(out, 'talk-dark-clicks'))).toEqual([
      '001-00.png',
      '002-00.png',
      '002-01.png',
      '002-02.png',
    ])
  })

  test('pictures replace those of a longer deck', async () => {
    await exportTalk(TALK, { format: 'png' })
    await exportTalk(TALK.slice(0, 1), { format: 'png' })
    expect(await readdir(path.join(out, 'talk'))).toEqual(['001.png'])
  })

  test('a deck of one file is that file', async () => {
    const exported = await exportTalk(TALK, { format: 'html' })
    expect(exported).toMatchObject({ path: path.join(out, 'talk.html'), pages: 2 })
    await exportTalk(TALK, { format: 'html', dark: true })
    const [light = '', dark = ''] = await Promise.all(
      ['talk.html', 'talk-dark.html'].map((file) => readFile(path.join(out, file), 'utf8')),
    )
    expect(light).toContain('After two clicks')
    expect(dark.length).toBeGreaterThan(light.length)
  })

  test('a fault that can be printed is told', async () => {
    const faulty = { id: '001-01', html: '<h1>Small</h1><p style="font-size: 9px">print</p>' }
    const exported = await exportTalk([faulty])
    expect(exported?.findings).toMatchObject([{ kind: 'tiny-text', slide: 1 }])
  })

  test('labels with a halo are text of a TrueType font, once', async () => {
    const label =
      '<text x="9" y="40" stroke="#fff" stroke-width="6" paint-order="stroke">label</text>'
    await exportTalk([{ id: '001-01', html: `<h1>Halo</h1><svg width="300">${label}</svg>` }])
    const pdf = await readPdf(await readFile(path.join(out, 'talk.pdf')))
    expect(pdf.textOf(1)).toBe('Halolabel')
  })
})

describe('exportDecks refuses', () => {
  test('an empty slide is named, and nothing is written', async () => {
    const exporting = exportTalk([...TALK, { id: '003-01', html: '' }])
    await expect(exporting).rejects.toThrow('A slide is broken: talk, slide 3: empty slide')
    expect(await readdir(out)).toEqual([])
  })

  test('a slide that does not get ready is named', async () => {
    const exporting = exportTalk([...TALK, { id: '003-01', html: WAITING }], IMPATIENT)
    await expect(exporting).rejects.toThrow('"talk" still waits for slide 3 within 4 s.')
    expect(await readdir(out)).toEqual([])
  })

  test('a page that is caught in a loop does not keep the export waiting', async () => {
    const { folder } = await writeStaticDeck(
      root,
      TALK,
      '<script>setTimeout(() => { for (;;); })</script>',
    )
    const exporting = exportDecks({
      decks: [{ id: 'loop', title: 'Loop', dir: folder }],
      out,
      format: 'pdf',
      prefer: 'packaged',
      readyLimitMs: 1000,
    })
    await expect(exporting).rejects.toThrow('A slide does not get ready: "loop"')
  })

  test('a deck that is to be one file and asks for another', async () => {
    const { folder } = await writeStaticDeck(root, TALK, '<script src="beside.js"></script>')
    await writeFile(path.join(folder, 'beside.js'), '')
    const exporting = exportDecks({
      decks: [{ id: 'two', title: 'Two', dir: folder }],
      out,
      format: 'html',
      prefer: 'packaged',
    })
    await expect(exporting).rejects.toThrow('one file: "two" asks for /two/beside.js as well.')
    expect(await readdir(out)).toEqual([])
  })

  test('one deck of two, and prints the other', async () => {
    const [broken, sound] = await Promise.all([
      writeStaticDeck(root, [{ id: '001-01', html: '' }]),
      writeStaticDeck(root, TALK),
    ])
    const exporting = exportDecks({
      decks: [
        { id: 'broken', title: 'Broken', dir: broken.folder },
        { id: 'sound', title: 'Sound', dir: sound.folder },
      ],
      out,
      format: 'pdf',
      prefer: 'packaged',
    })
    await expect(exporting).rejects.toThrow('A slide is broken: broken, slide 1: empty slide')
    expect(await readdir(out)).toEqual(['sound.pdf'])
  })

  test('a page without slides says what its theme lacks', async () => {
    const exporting = exportTalk([], IMPATIENT)
    await expect(exporting).rejects.toThrow('The deck has no print page: "talk" shows no slides')
  })

  test('a folder that cannot be written is told before anything is built', async () => {
    await writeFile(path.join(out, 'file'), '')
    const told: unknown[] = []
    const onProgress = (now: unknown): unknown => told.push(now)
    const folder = path.join(out, 'file', 'below')
    const exporting = exportTalk(TALK, { out: folder, build: failToBuild, onProgress })
    await expect(exporting).rejects.toThrow('The folder for the export cannot be written: "')
    expect(told).toEqual([])
    expect(await readdir(out)).toEqual(['file'])
  })
})
