import { chmod, lstat, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import path from 'node:path'

import { describe, expect, test } from 'vitest'

import type { Disk } from '../kit/disk.ts'
import { nodeDisk } from '../kit/node-disk.ts'
import type { Kit } from '../kit/open-kit.ts'
import { temporaryKit } from '../kit/temporary-kit.ts'
import { diff } from './diff.ts'
import { history, keptText } from './history.ts'
import { catchUp, reset, restore } from './replace.ts'
import { save } from './save.ts'
import { referenceSource } from './working-source.ts'

const working = {
  workingVersion: async () => ({ text: '// it works', from: 'your host' }),
}
const nothing = { workingVersion: async () => undefined }

async function withStarter(kit: Kit): Promise<void> {
  const file = path.join(kit.root, 'packages/learner/starters/quorum.ts')
  await kit.disk.write(file, Buffer.from('// TODO: begin'))
}

describe('restore', () => {
  test('an earlier version comes back, and what was there is kept', async () => {
    await using folder = await temporaryKit()
    const { kit, file } = folder
    await folder.type('first')
    await save(kit, 'quorum', 'check')
    await folder.type('second, never checked')
    const { before, now } = await restore(kit, 'quorum', 1)
    expect(await readFile(file, 'utf8')).toBe('first')
    expect([before?.number, now.number]).toEqual([2, 3])
    await restore(kit, 'quorum', 2)
    expect(await readFile(file, 'utf8')).toBe('second, never checked')
  })

  test('a file that was deleted comes back', async () => {
    await using folder = await temporaryKit()
    await folder.type('first')
    await save(folder.kit, 'quorum', 'check')
    await rm(folder.file)
    expect(await restore(folder.kit, 'quorum', 1)).toMatchObject({ before: null })
    expect(await readFile(folder.file, 'utf8')).toBe('first')
  })

  test('a version that is not there is refused with those that are', async () => {
    await using folder = await temporaryKit()
    await expect(restore(folder.kit, 'quorum', 7)).rejects.toThrow('none is kept yet')
    await save(folder.kit, 'quorum', 'check')
    await expect(restore(folder.kit, 'quorum', 7)).rejects.toThrow('they go from 1 to 1')
  })
})

describe('what else there is about a file', () => {
  test.skipIf(process.platform === 'win32')('a link stays a link, a mode a mode', async () => {
    await using folder = await temporaryKit()
    const { kit, file } = folder
    const target = path.join(path.dirname(file), 'mine.ts')
    await rename(file, target)
    await chmod(target, 0o640)
    await symlink('mine.ts', file)
    await save(kit, 'quorum', 'check')
    await folder.type('other')
    await restore(kit, 'quorum', 1)
    expect((await lstat(file)).isSymbolicLink()).toBe(true)
    expect(await readFile(target, 'utf8')).toContain('TODO')
    expect((await lstat(target)).mode & 0o777).toBe(0o640)
  })

  test('a file that was made read-only is left as it is', async () => {
    await using folder = await temporaryKit()
    await folder.type('first')
    await save(folder.kit, 'quorum', 'check')
    await folder.type('mine')
    await chmod(folder.file, 0o444)
    await expect(restore(folder.kit, 'quorum', 1)).rejects.toMatchObject({
      code: 'read-only',
      message: 'exercises/truth/quorum/src/quorum.ts is read-only, so it was left as it is.',
      fix: expect.stringMatching(/(?:chmod u\+w|attrib -r) exercises/),
    })
    expect(await readFile(folder.file, 'utf8')).toBe('mine')
  })

  test('what an editor saves at that very moment is kept as well', async () => {
    await using folder = await temporaryKit()
    await folder.type('first')
    await save(folder.kit, 'quorum', 'check')
    await folder.type('second')
    let saves = 0
    const real = nodeDisk(path.join(folder.kit.work, 'unfinished'))
    const disk: Disk = {
      ...real,
      async write(file, content) {
        await real.write(file, content)
        if (saves++ === 0) await folder.type('third')
      },
    }
    await restore(folder.with({ disk }), 'quorum', 1)
    expect(await readFile(folder.file, 'utf8')).toBe('first')
    const kept = await history(folder.kit, 'quorum')
    const texts = await Promise.all(
      kept.map(async ({ number }) =>
        String((await keptText(folder.kit, 'quorum', number)).content),
      ),
    )
    expect(new Set(texts)).toEqual(new Set(['first', 'second', 'third']))
  })
})

describe('reset', () => {
  test('the starter of the kit comes back', async () => {
    await using folder = await temporaryKit()
    await withStarter(folder.kit)
    await folder.type('mine')
    const { before, from } = await reset(folder.kit, 'quorum')
    expect(from).toBe('the starter of the kit')
    expect(await readFile(folder.file, 'utf8')).toBe('// TODO: begin')
    await restore(folder.kit, 'quorum', before?.number ?? 0)
    expect(await readFile(folder.file, 'utf8')).toBe('mine')
  })

  test('where there is none, the one that was found at first comes back', async () => {
    await using folder = await temporaryKit()
    await expect(reset(folder.kit, 'quorum')).rejects.toMatchObject({ code: 'no-starter' })
    await save(folder.kit, 'quorum', 'starter')
    await folder.type('mine')
    expect((await reset(folder.kit, 'quorum')).from).toBe('the starter as you found it')
    expect(await readFile(folder.file, 'utf8')).toContain('// TODO: part 1.')
  })
})

describe('catchUp', () => {
  test('the first source that has one gives the working version', async () => {
    await using folder = await temporaryKit()
    await folder.type('mine')
    const caught = await catchUp(folder.kit, 'quorum', [nothing, working])
    expect(caught).toMatchObject({ from: 'your host', now: { reason: 'catchup' } })
    expect(await readFile(folder.file, 'utf8')).toBe('// it works')
    await restore(folder.kit, 'quorum', caught.before?.number ?? 0)
    expect(await readFile(folder.file, 'utf8')).toBe('mine')
  })

  test('a kit has no reference, and says how to get one', async () => {
    await using folder = await temporaryKit()
    await folder.type('mine')
    await expect(
      catchUp(folder.kit, 'quorum', [referenceSource(folder.kit)]),
    ).rejects.toMatchObject({ code: 'no-working-version' })
    expect(await readFile(folder.file, 'utf8')).toBe('mine')
  })

  test.each([
    ['hidden/solution', 'the reference solution of this clone'],
    ['solution', 'the solution that was unsealed'],
  ])('one in %s is %s', async (place, words) => {
    await using folder = await temporaryKit()
    const solution = path.join(path.dirname(folder.file), '..', place)
    await mkdir(solution, { recursive: true })
    await folder.kit.disk.write(path.join(solution, 'quorum.ts'), Buffer.from('// reference'))
    const { from } = await catchUp(folder.kit, 'quorum', [referenceSource(folder.kit)])
    expect(from).toBe(words)
    expect(await readFile(folder.file, 'utf8')).toBe('// reference')
  })
})

describe('diff', () => {
  test('the newest version that differs is compared with the file', async () => {
    await using folder = await temporaryKit()
    expect(await diff(folder.kit, 'quorum')).toBeUndefined()
    await folder.type('a\nb\nc\n')
    await save(folder.kit, 'quorum', 'check')
    expect(await diff(folder.kit, 'quorum')).toBeUndefined()
    await folder.type('a\nB\nc\nd\n')
    expect((await diff(folder.kit, 'quorum'))?.lines).toEqual([
      { kind: 'same', text: 'a' },
      { kind: 'removed', text: 'b' },
      { kind: 'added', text: 'B' },
      { kind: 'same', text: 'c' },
      { kind: 'added', text: 'd' },
    ])
  })

  test('two versions are compared with each other, and a deleted file is empty', async () => {
    await using folder = await temporaryKit()
    for (const text of ['one', 'two', 'three']) {
      await folder.type(text)
      await save(folder.kit, 'quorum', 'check')
    }
    const between = await diff(folder.kit, 'quorum', { from: 1, to: 2 })
    expect(between?.lines.map(({ text }) => text)).toEqual(['one', 'two'])
    await rm(folder.file)
    expect((await diff(folder.kit, 'quorum'))?.lines).toEqual([{ kind: 'removed', text: 'three' }])
  })
})
