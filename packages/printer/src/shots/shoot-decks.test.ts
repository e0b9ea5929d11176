import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { expect, test } from 'vitest'

import { writeStaticDeck } from '../testing/static-deck.ts'
import { shootDecks } from './shoot-decks.ts'

test('every slide is taken in light and dark, and each deck as a whole', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'shots ü '))
  const { folder } = await writeStaticDeck(root, [
    { id: '001-01', html: '<h1>Work</h1>' },
    { id: '002-01', html: '<h1>waits</h1>' },
  ])
  const shots = path.join(root, 'shots')
  const deck = { id: 'talk', title: 'A </script> talk', dir: folder, shots }
  const taken = await shootDecks({ decks: [deck], prefer: 'packaged' })
  expect(taken).toEqual(new Map([['talk', 2]]))
  expect(await readdir(shots)).toEqual([
    '001-dark.png',
    '001.png',
    '002-dark.png',
    '002.png',
    'sheet-dark.png',
    'sheet.png',
  ])
  const read = (name: string): Promise<Buffer> => readFile(path.join(shots, name))
  expect((await read('001.png')).equals(await read('001-dark.png'))).toBe(false)
  // Width of the picture, as a PNG's header tells it.
  expect((await read('sheet.png')).readUInt32BE(16)).toBe(1680)
  await rm(root, { recursive: true })
})
