import { mkdir, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { memoryDisk } from '../kit/memory-disk.ts'
import type { Kit } from '../kit/open-kit.ts'
import { temporaryKit } from '../kit/temporary-kit.ts'
import { workplaceOf } from '../kit/workplace.ts'
import { history, keptText } from './history.ts'
import { keep, save } from './save.ts'

const NOON = Date.parse('2026-11-27T12:00:00Z')

async function textOf(kit: Kit, number: number): Promise<string> {
  return Buffer.from((await keptText(kit, 'quorum', number)).content).toString('latin1')
}

/** A kit in memory whose file somebody types into. */
async function memoryKit(
  now: () => number,
): Promise<{ kit: Kit; type: (text: string) => Promise<void> }> {
  await using folder = await temporaryKit()
  const disk = memoryDisk()
  const kit = folder.with({ now, disk })
  await disk.write(path.join(kit.root, 'exercises/truth/quorum/package.json'), Buffer.from('{}'))
  const { file } = await workplaceOf(kit, 'quorum')
  return { kit, type: (text) => disk.write(file, Buffer.from(text, 'latin1')) }
}

describe('save', () => {
  test('whatever was typed between two checks is kept, byte by byte and in order', async () => {
    const anything = fc.array(fc.string({ unit: 'binary' }), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(anything, async (typed) => {
        const { kit, type } = await memoryKit(() => NOON)
        const bytes = typed.map((text) => Buffer.from(text).toString('latin1'))
        for (const text of bytes) {
          await type(text)
          await save(kit, 'quorum', 'check')
        }
        const kept = (await history(kit, 'quorum')).toReversed()
        const texts = await Promise.all(kept.map(({ number }) => textOf(kit, number)))
        expect(texts).toEqual(bytes.filter((text, index) => text !== bytes[index - 1]))
      }),
      { numRuns: 25 },
    )
  })

  test('ten thousand saves in a row are all kept, in little room', async () => {
    const { kit, type } = await memoryKit(() => NOON)
    const source = 'export function majority(n: number): number {\n  return n / 2 + 1\n}\n'.repeat(
      12,
    )
    for (let count = 1; count <= 10_000; count++) {
      await type(`${source}// ${count}\n`)
      await save(kit, 'quorum', 'check')
    }
    const kept = await history(kit, 'quorum')
    expect(kept.map(({ number }) => number)).toEqual(
      Array.from({ length: 10_000 }, (_, index) => 10_000 - index),
    )
    for (const number of [1, 128, 129, 5000, 9999, 10_000]) {
      expect(await textOf(kit, number)).toBe(`${source}// ${number}\n`)
    }
    const names = await kit.disk.list(path.join(kit.work, 'history/quorum'))
    expect(names.length).toBeLessThan(400)
    let bytes = 0
    for (const name of names) {
      bytes += (await kit.disk.read(path.join(kit.work, 'history/quorum', name)))?.length ?? 0
    }
    expect(bytes).toBeLessThan(2 * 2 ** 20)
  })

  test('a clock that is set back changes no order', async () => {
    await using folder = await temporaryKit()
    for (const [hours, text] of [
      [0, 'one'],
      [-48, 'two'],
      [-24, 'three'],
    ] as const) {
      await folder.type(text)
      await save(folder.with({ now: () => NOON + hours * 3_600_000 }), 'quorum', 'check')
    }
    const kept = await history(folder.kit, 'quorum')
    expect(await Promise.all(kept.map(({ number }) => textOf(folder.kit, number)))).toEqual([
      'three',
      'two',
      'one',
    ])
  })

  test('the same text twice is one version, and no file is none', async () => {
    await using folder = await temporaryKit()
    expect(await save(folder.kit, 'quorum', 'check')).toMatchObject({ kind: 'saved' })
    expect(await save(folder.kit, 'quorum', 'check')).toMatchObject({ kind: 'unchanged' })
    await rm(folder.file)
    expect(await save(folder.kit, 'quorum', 'check')).toEqual({ kind: 'no-file' })
  })
})

describe('what is odd', () => {
  test('what is kept at the same moment gets numbers of its own', async () => {
    await using folder = await temporaryKit()
    const texts = Array.from({ length: 12 }, (_, index) => `text ${index}`)
    await Promise.all(
      texts.map((text) =>
        keep(folder.kit, 'quorum', { content: Buffer.from(text), reason: 'check', name: 'a' }),
      ),
    )
    const numbers = (await history(folder.kit, 'quorum')).map(({ number }) => number)
    expect(new Set(numbers).size).toBe(texts.length)
    const kept = await Promise.all(numbers.map((number) => textOf(folder.kit, number)))
    expect(kept.toSorted()).toEqual(texts.toSorted())
  })

  test('a version that was damaged is not taken for the same text', async () => {
    await using folder = await temporaryKit()
    await save(folder.kit, 'quorum', 'check')
    const shelf = path.join(folder.kit.work, 'history/quorum')
    for (const name of await readdir(shelf)) await truncate(path.join(shelf, name), 3)
    expect(await save(folder.kit, 'quorum', 'check')).toMatchObject({ kind: 'saved' })
    await expect(keptText(folder.kit, 'quorum', 1)).rejects.toThrow(
      'Version 1 of "quorum" is damaged: it is not what was kept.',
    )
  })

  test('files that nobody types are refused, and left alone', async () => {
    await using folder = await temporaryKit()
    await folder.type('x'.repeat(300_000))
    await expect(save(folder.kit, 'quorum', 'check')).rejects.toThrow(
      'exercises/truth/quorum/src/quorum.ts is too large to be kept: 293 KiB, and the limit is 256 KiB.',
    )
    await rm(folder.file)
    await mkdir(folder.file)
    await expect(save(folder.kit, 'quorum', 'check')).rejects.toThrow(
      'exercises/truth/quorum/src/quorum.ts cannot be kept: it is a folder.',
    )
  })

  test('where nothing can be kept, the reason and the way out are said', async () => {
    await using folder = await temporaryKit()
    await writeFile(folder.kit.work, 'a file where a folder should be')
    await expect(save(folder.kit, 'quorum', 'check')).rejects.toMatchObject({
      code: 'cannot-write',
      message: expect.stringContaining('a copy of exercises/truth/quorum/src/quorum.ts'),
      fix: expect.stringContaining('writable, then run the same command again.'),
    })
  })
})
