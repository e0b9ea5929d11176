import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { decks } from '@five-pillars/content'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { deckPdfs } from './deck-pdfs.ts'
import type { PrintDecks } from './deck-pdfs.ts'

let root = ''
let printed: string[] = []

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'pdf ö '))
  printed = []
  for (const { path: folder } of decks) await built(folder, 'one')
})

afterEach(() => rm(root, { recursive: true }))

async function built(folder: string, content: string): Promise<void> {
  await mkdir(path.join(root, folder, 'dist'), { recursive: true })
  await writeFile(path.join(root, folder, 'dist/index.html'), content)
}

const print: PrintDecks = async (chosen, out) => {
  for (const deck of chosen) {
    printed.push(deck.id)
    const page = await readFile(path.join(root, deck.path, 'dist/index.html'), 'utf8')
    await writeFile(path.join(out, `${deck.id}.pdf`), `paper of ${deck.id}, ${page}`)
  }
}

test('a deck is printed once for each build, and each has its own paper', async () => {
  const pdfs = deckPdfs({ root, print })
  const [work, state] = await pdfs(decks.slice(1, 3))
  expect(await readFile(work ?? '', 'utf8')).toBe('paper of work, one')
  expect(await readFile(state ?? '', 'utf8')).toBe('paper of state, one')
  await built('decks/work', 'two')
  const [again] = await pdfs(decks.slice(1, 3))
  expect(await readFile(again ?? '', 'utf8')).toBe('paper of work, two')
  expect(printed).toEqual(['work', 'state', 'work'])
})

test('two who ask at once get the same paper', async () => {
  const pdfs = deckPdfs({ root, print })
  const [one, other] = await Promise.all([pdfs(decks.slice(1, 2)), pdfs(decks.slice(1, 2))])
  expect(one).toEqual(other)
  expect(printed).toEqual(['work'])
})

test('a print that fails leaves nothing, and the next one may succeed', async () => {
  let isBroken = true
  const pdfs = deckPdfs({
    root,
    print: async (chosen, out) => {
      await print(chosen, out)
      if (isBroken) throw new Error('no browser')
    },
  })
  await expect(pdfs(decks.slice(1, 2))).rejects.toThrow('no browser')
  expect(await readdir(path.join(root, '.cache/hub/pdf'))).toEqual([])
  isBroken = false
  expect(await pdfs(decks.slice(1, 2))).toHaveLength(1)
})
