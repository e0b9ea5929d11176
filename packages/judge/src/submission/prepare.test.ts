import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { prepare } from './prepare.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'judge ünter '))
})
afterEach(() => rm(folder, { recursive: true }))

async function prepared(content: string | Uint8Array) {
  const file = path.join(folder, 'a.ts')
  await writeFile(file, content)
  return prepare(file, 'a.ts', 'src/a.ts')
}

describe('a file that cannot be read as a submission is refused', () => {
  test('one that is not there', async () => {
    const missing = await prepare(path.join(folder, 'no.ts'), 'no.ts', 'src/a.ts')
    expect(missing).toMatchObject({ state: 'not-run', got: 'There is no file no.ts.' })
  })

  test('a folder', async () => {
    await mkdir(path.join(folder, 'dir.ts'))
    expect(await prepare(path.join(folder, 'dir.ts'), 'dir.ts', 'src/a.ts')).toMatchObject({
      state: 'not-run',
      got: 'dir.ts is a folder. A submission is one TypeScript file.',
    })
  })

  test('one of ten megabytes', async () => {
    expect(await prepared(new Uint8Array(10_000_000).fill(32))).toMatchObject({
      state: 'not-run',
      got: 'a.ts is too large: 9766 KiB, and the limit is 256 KiB.',
    })
  })

  test('a binary, and one that is not UTF-8', async () => {
    const state = 'does-not-compile'
    expect(await prepared(Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0))).toMatchObject({ state })
    expect(await prepared(Uint8Array.of(0x66, 0xff, 0xfe))).toMatchObject({ state })
  })

  test('a link out of its folder, but not one within it', async () => {
    await mkdir(path.join(folder, 'mine'))
    await writeFile(path.join(folder, 'theirs.ts'), 'export const a = 1')
    await writeFile(path.join(folder, 'mine', 'b.ts'), 'export const a = 1')
    await symlink('../theirs.ts', path.join(folder, 'mine', 'out.ts'))
    await symlink('b.ts', path.join(folder, 'mine', 'in.ts'))
    const at = (name: string) => prepare(path.join(folder, 'mine', name), name, 'src/a.ts')
    expect(await at('out.ts')).toMatchObject({ state: 'forbidden' })
    expect(await at('in.ts')).toMatchObject({ kind: 'compiled', exports: ['a'] })
  })
})

describe('an error of syntax is shown with its line and column', () => {
  test('where it stands, in the words of the parser', async () => {
    expect(await prepared('const a = 1\n\nexport const b = ;\n')).toMatchObject({
      state: 'does-not-compile',
      got: 'Unexpected token: export const b = ;',
      frames: ['src/a.ts:3:18'],
    })
  })

  test('CRLF and a byte order mark change nothing', async () => {
    expect(await prepared('\ufeffconst a = 1\r\n\r\nexport const b = ;\r\n')).toMatchObject({
      frames: ['src/a.ts:3:18'],
    })
    expect(await prepared('\ufeffexport const a = 1\r\nexport const b = 2\r\n')).toMatchObject({
      exports: ['a', 'b'],
    })
  })
})

describe('a large file is compiled apart', () => {
  test('one that is nested so deeply that the parser crashes ends no process but its own', async () => {
    for (const deep of ['['.repeat(100_000), `${'!'.repeat(200_000)}1`, '({a:'.repeat(5000)]) {
      expect(await prepared(deep)).toMatchObject({
        state: 'does-not-compile',
        got: 'The file is nested too deeply to be read.',
      })
    }
  })

  test('any other is compiled as a small one is', async () => {
    const comment = `// ${'x'.repeat(20_000)}\n`
    expect(await prepared(`${comment}export const a = 1`)).toMatchObject({ exports: ['a'] })
    expect(await prepared(`${comment}export const a = ;`)).toMatchObject({
      frames: ['src/a.ts:2:18'],
    })
  })
})

describe('only types may be imported', () => {
  test('a value is refused with the place of its import', async () => {
    expect(
      await prepared("const a = 1\nimport { b } from 'vitest'\nexport { a, b }"),
    ).toMatchObject({
      state: 'forbidden',
      frames: ['src/a.ts:2:19'],
    })
  })

  test('types leave no trace', async () => {
    const result = await prepared(
      "import type { A } from 'x'\nimport { B } from 'y'\nexport type { C } from 'z'\n" +
        'export const f = (a: A & B): A => a',
    )
    expect(result).toMatchObject({ kind: 'compiled', exports: ['f'] })
  })
})
