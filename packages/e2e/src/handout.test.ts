import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { deckById, exercises } from '@five-pillars/content'
import { exportDecks } from '@five-pillars/printer'
import { pagesOfTitles } from '@five-pillars/printer/titles'
import { expect, test } from 'vitest'

import { openPdf, squeezed } from './open-pdf.ts'
import { root } from './stage.ts'

/** One deck stands for all: their theme tells the notes. */
const { id, title, path: folder } = deckById('state')
const CHANGES_ON_PAPER = /[*`"]|\[click\]|Likely question:|Answer:|Time:/g

test('what the author wrote to say is all on the handout, in the fonts of the deck', async () => {
  const out = await mkdtemp(path.join(tmpdir(), 'handout ü '))
  const deck = { id, title, dir: path.join(root, folder, 'dist') }
  const [written] = await exportDecks({
    decks: [deck],
    out,
    format: 'handout',
    prefer: 'packaged',
  })
  const pdf = await openPdf(written?.path ?? '')
  const text = pdf.pages.join('')
  const notes = await notesOf(path.join(root, folder))
  expect(notes.length).toBeGreaterThan(20)
  // A sentence may go on in the next column, but not lose its end.
  const endings = notes.flatMap((note) => note.split(CHANGES_ON_PAPER)).map(endOf)
  expect(endings.filter((ending) => !text.includes(ending))).toEqual([])
  expect(pdf.pages[0]).toContain(`1/${pdf.pages.length}`)
  expect(pdf.pages.length).toBeLessThan(notes.length)
  const strangers = pdf.fonts.filter(
    ({ name, type, isEmbedded }) =>
      !isEmbedded || type !== 'CIDFontType2' || !name.includes('IBMPlex'),
  )
  expect(strangers).toEqual([])
  await slidesAreFound(written?.path ?? '', pdf.pages)
  await rm(out, { recursive: true })
})

/** What exercises name as the slides that explain them, by the reader that a kit is packed with. */
async function slidesAreFound(file: string, texts: readonly string[]): Promise<void> {
  const pages = await pagesOfTitles(await readFile(file))
  const briefs = await Promise.all(
    exercises
      .filter(({ deck }) => deck === id)
      .map((exercise) => readFile(path.join(root, exercise.path, 'brief.json'), 'utf8')),
  )
  const slides = briefs.flatMap((brief) =>
    [...brief.matchAll(/"slide": "([^"]+)"/g)].map(([, slide = '']) => slide),
  )
  expect(slides.length).toBeGreaterThan(2)
  for (const slide of slides) {
    expect(texts[(pages.get(slide) ?? 0) - 1]).toContain(squeezed(slide))
  }
}

/** The comments that end the slides of a deck. */
async function notesOf(deck: string): Promise<string[]> {
  const pages = (await readdir(path.join(deck, 'pages'))).map((file) => `pages/${file}`)
  const texts = await Promise.all(
    ['slides.md', ...pages].map((file) => readFile(path.join(deck, file), 'utf8')),
  )
  return texts.flatMap((each) => [...each.matchAll(/<!--(.*?)-->/gs)].map(([, note = '']) => note))
}

function endOf(text: string): string {
  const LENGTH = 12
  return squeezed(text).slice(-LENGTH)
}
