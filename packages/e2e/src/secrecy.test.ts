import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { decks, exercises } from '@five-pillars/content'
import { startHub } from '@five-pillars/hub'
import { describe, expect, test } from 'vitest'

import { filesIn, leaksIn, sentinelsOf } from './leaks.ts'
import { root } from './stage.ts'

const folderOf = (entry: { path: string }, ...parts: string[]): string =>
  path.join(root, entry.path, ...parts)

const sentinels = (
  await Promise.all(exercises.map((exercise) => sentinelsOf(folderOf(exercise, 'hidden'))))
).flat()

describe('hidden files of exercises', () => {
  test('each source file carries a sentinel', async () => {
    for (const exercise of exercises) {
      for (const file of await hiddenSources(exercise)) {
        const isMarked = (await readFile(file, 'utf8')).includes(`sentinel-${exercise.slug}-`)
        expect([file, isMarked]).toEqual([file, true])
      }
    }
    expect(sentinels.length).toBeGreaterThan(0)
  })

  test.for(decks)('nothing of them is in the built deck $id', async (deck) => {
    expect(await leaksIn(folderOf(deck, 'dist'), sentinels)).toEqual([])
  })

  test('nothing of them is on a page of the hub', async () => {
    const hub = await startHub({ root, port: 0 })
    for (const page of ['', ...exercises.map(({ slug }) => `exercises/${slug}/`)]) {
      const text = await (await fetch(`${hub.url}${page}`)).text()
      expect(sentinels.filter((sentinel) => text.includes(sentinel))).toEqual([])
    }
    await hub.close()
  })

  test.for(exercises)('a leak of any source of $slug into a deck is found', async (exercise) => {
    const copy = await mkdtemp(path.join(tmpdir(), 'leak-'))
    for (const deck of decks) await cp(folderOf(deck, 'dist'), copy, { recursive: true })
    const planted: string[] = []
    for (const [index, source] of (await hiddenSources(exercise)).entries()) {
      const bundle = path.join(copy, 'assets', `planted-${index}.js`)
      // As a bundler would carry it: the text of a module inside another file.
      await writeFile(bundle, `export default ${JSON.stringify(await readFile(source, 'utf8'))}`)
      planted.push(bundle)
    }
    const leaks = await leaksIn(copy, sentinels)
    await rm(copy, { recursive: true })
    expect([...new Set(leaks.map(({ file }) => file))]).toEqual(planted.toSorted())
  })
})

async function hiddenSources(exercise: { path: string }): Promise<string[]> {
  return (await filesIn(folderOf(exercise, 'hidden'))).filter((file) => file.endsWith('.ts'))
}
