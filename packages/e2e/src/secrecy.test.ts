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
  test('each carries a sentinel of its own', async () => {
    for (const exercise of exercises) {
      for (const file of await filesIn(folderOf(exercise, 'hidden'))) {
        const own = `sentinel-${exercise.slug}-`
        expect([file, (await readFile(file, 'utf8')).includes(own)]).toEqual([file, true])
      }
    }
    expect(new Set(sentinels).size).toBe(sentinels.length)
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

  test.for(exercises)('a leak of $slug on purpose is found', async (exercise) => {
    const [deck] = decks
    if (deck === undefined) throw new Error('there is no deck')
    const copy = await mkdtemp(path.join(tmpdir(), 'leak-'))
    await cp(folderOf(deck, 'dist'), copy, { recursive: true })
    const [file = ''] = await filesIn(folderOf(exercise, 'hidden'))
    const bundle = path.join(copy, 'assets/index.js')
    await writeFile(bundle, `const solution = ${JSON.stringify(await readFile(file, 'utf8'))}`)
    const leaks = await leaksIn(copy, sentinels)
    await rm(copy, { recursive: true })
    expect(leaks.map((leak) => leak.file)).toEqual([bundle])
  })
})
