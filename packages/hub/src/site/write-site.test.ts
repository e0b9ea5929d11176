import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { writeSite } from './write-site.ts'
import type { SiteFile } from './write-site.ts'

let folder = ''
let out = ''

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'site ö '))
  out = path.join(folder, 'out')
})

afterEach(() => rm(folder, { recursive: true }))

async function* files(texts: Record<string, string>): AsyncGenerator<SiteFile> {
  for (const [name, body] of Object.entries(texts)) {
    yield { name, body: new TextEncoder().encode(body) }
  }
}

describe('writing a site', () => {
  test('files stand in their folders, and those of the site before are gone', async () => {
    const first = await writeSite(out, files({ 'index.html': 'a', 'old/index.html': 'b' }))
    expect(first).toEqual({ files: 2, bytes: 2, changed: 2, removed: 0 })
    const second = await writeSite(out, files({ 'index.html': 'a', 'new/index.html': 'ccc' }))
    expect(second).toEqual({ files: 2, bytes: 4, changed: 1, removed: 1 })
    expect(await readFile(path.join(out, 'new', 'index.html'), 'utf8')).toBe('ccc')
    expect(await readdir(path.join(out, 'old'))).toEqual([])
  })

  test('what is as it was is not written again', async () => {
    const site = { 'index.html': 'a' }
    await writeSite(out, files(site))
    const before = await stat(path.join(out, 'index.html'), { bigint: true })
    await writeSite(out, files(site))
    const after = await stat(path.join(out, 'index.html'), { bigint: true })
    expect(after.mtimeNs).toBe(before.mtimeNs)
  })

  test('a folder of somebody else is refused and left alone', async () => {
    await mkdir(out)
    await writeFile(path.join(out, 'thesis.txt'), 'years of work')
    await expect(writeSite(out, files({ 'index.html': 'a' }))).rejects.toThrow(
      expect.objectContaining({ code: 'folder-not-ours' }),
    )
    expect(await readdir(out)).toEqual(['thesis.txt'])
  })

  test('a list that names files outside removes none of them', async () => {
    const mine = path.join(folder, 'mine.txt')
    await writeFile(mine, 'mine')
    await mkdir(out)
    await writeFile(path.join(out, '.five-pillars-site'), `../mine.txt\n${mine}\n..\\mine.txt\n`)
    expect(await writeSite(out, files({ 'index.html': 'a' }))).toMatchObject({ removed: 0 })
    expect(await readFile(mine, 'utf8')).toBe('mine')
  })
})
