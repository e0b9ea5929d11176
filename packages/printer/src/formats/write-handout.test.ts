import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { exportDecks } from '../export-decks.ts'
import type { Paper } from '../pdf/paper.ts'
import type { SlideNote } from '../page/read-notes.ts'
import { pagesOfTitles } from '../pdf/pages-of-titles.ts'
import { readPdf } from '../pdf/read-pdf.ts'
import type { PdfFacts } from '../pdf/read-pdf.ts'
import { notesInHead, writeStaticDeck } from '../testing/static-deck.ts'

const SLIDES = ['Work waits', 'A tenth is too many', 'The end'].map((title, index) => ({
  id: `00${index + 1}-01`,
  html: `<h1>${title}</h1>`,
}))
const CLICK = '<span class="slidev-note-click-mark" data-clicks="7"></span>'

let out: string
beforeEach(async () => {
  out = await mkdtemp(path.join(tmpdir(), 'handout ü '))
})
afterEach(() => rm(out, { recursive: true }))

async function printed(notes: string[], paper?: Paper): Promise<Uint8Array> {
  const told = notes.map((html, index): SlideNote => ({ no: index + 1, title: '', html }))
  const { folder } = await writeStaticDeck(out, SLIDES, notesInHead(told))
  const deck = { id: 'talk', title: 'A "talk" \\ ü', dir: folder }
  await exportDecks({ decks: [deck], out, format: 'handout', paper, prefer: 'packaged' })
  return await readFile(path.join(out, 'talk-handout.pdf'))
}

async function handout(notes: string[], paper?: Paper): Promise<PdfFacts> {
  return await readPdf(await printed(notes, paper))
}

test('two slides stand on a page with what to say, and each page has its number', async () => {
  const pdf = await handout([
    '<p>Time: 1.5 min</p><p>Say this.</p><p>Likely question: "Why?" Answer: since.</p>',
    `<p>Time: 2 min</p><p>${CLICK} Then that.</p>`,
  ])
  expect(pdf).toMatchObject({ pages: 2, title: 'A "talk" \\ ü', isTagged: true })
  expect(pdf.outline).toEqual(['Work waits', 'A tenth is too many', 'The end'])
  expect(pdf.fonts.every(({ type, isEmbedded }) => type !== 'Type3' && isEmbedded)).toBe(true)
  const [first, second] = [pdf.textOf(1), pdf.textOf(2)]
  for (const text of [
    'Work waits',
    '1.5 min',
    'Say this.',
    'Likely questionWhy?Since.',
    'A tenth is too many',
    '7 Then that.',
    'A "talk" \\ ü',
    '1 / 2',
  ]) {
    expect(first).toContain(text)
  }
  expect(second).toContain('The end')
  expect(second).toContain('2 / 2')
})

test('notes longer than a page go on on the next one, to their last word', async () => {
  const long = Array.from({ length: 1500 }, (_, index) => `word ${index}`).join(' ')
  const bytes = await printed([`<p>${long}</p>`, '<p>Short.</p>'], 'letter')
  const pdf = await readPdf(bytes)
  const pages = Array.from({ length: pdf.pages }, (_, index) => pdf.textOf(index + 1))
  expect(pages.findIndex((text) => text.includes('word 1499'))).toBeGreaterThan(0)
  expect(pages.join('')).toContain('Short.')
  expect(pages.at(-1)).toContain('The end')
  // Where a slide is, is told by its title.
  const found = await pagesOfTitles(bytes)
  expect([...found.keys()]).toEqual(['Work waits', 'A tenth is too many', 'The end'])
  for (const [title, page] of found) expect(pages[page - 1]).toContain(title)
})

test('a deck that does not tell its notes is refused', async () => {
  const { folder } = await writeStaticDeck(out, SLIDES)
  const deck = { id: 'mute', title: 'Mute', dir: folder }
  const exporting = exportDecks({ decks: [deck], out, format: 'handout', prefer: 'packaged' })
  await expect(exporting).rejects.toThrow('The deck does not tell its notes: "mute"')
})
