import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { judge } from './judge.ts'

const exerciseDir = path.resolve(import.meta.dirname, '../fixtures/tally')
const solution = path.join(exerciseDir, 'hidden/solution/tally.ts')
const TOTAL = 12
const LONG = { timeout: 60_000 } as const

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'judge ünter '))
})
afterAll(() => rm(folder, { recursive: true }))

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const file = path.join(folder, name)
  await writeFile(file, content)
  return file
}

describe('a file that is no submission gets a whole verdict all the same', () => {
  test.each([
    ['that is not there', async () => path.join(folder, 'none.ts'), 'not-run'],
    ['of ten megabytes', () => write('large.ts', new Uint8Array(1e7).fill(32)), 'not-run'],
    [
      'that is binary',
      () => write('binary.ts', Uint8Array.of(0x7f, 0x45, 0, 1)),
      'does-not-compile',
    ],
    ['in another encoding', () => write('other.ts', Uint8Array.of(0x63, 0xe4)), 'does-not-compile'],
    ['that links out of its folder', linkOut, 'forbidden'],
    ['that links to itself', linkToItself, 'not-run'],
    ['that is a folder', makeFolder, 'not-run'],
  ])('one %s', async (_, make, state) => {
    const submission = await make()
    const { tests, points, total, ...verdict } = await judge({ exerciseDir, submission })
    expect(verdict).toMatchObject({ state, frames: [], console: [] })
    expect(verdict.got).not.toBeNull()
    expect({ points, total }).toEqual({ points: 0, total: TOTAL })
    expect(new Set(tests.map((each) => each.state))).toEqual(new Set([state]))
  })

  test.skipIf(process.platform === 'win32')('a pipe into which nobody writes', async () => {
    const submission = path.join(folder, 'pipe.ts')
    execFileSync('mkfifo', [submission])
    expect(await judge({ exerciseDir, submission })).toMatchObject({ state: 'not-run', points: 0 })
  })
})

test('lines may end as they do on Windows, after a byte order mark', LONG, async () => {
  const source = (await readFile(solution, 'utf8')).replaceAll('\n', '\r\n')
  const submission = await write('windows.ts', `\ufeff${source}`)
  expect(await judge({ exerciseDir, submission })).toMatchObject({ state: 'passed', points: TOTAL })
})

async function linkOut(): Promise<string> {
  const file = path.join(folder, 'out.ts')
  await symlink(solution, file)
  return file
}

async function linkToItself(): Promise<string> {
  const file = path.join(folder, 'self.ts')
  await symlink(file, file)
  return file
}

async function makeFolder(): Promise<string> {
  await mkdir(path.join(folder, 'folder.ts'))
  return path.join(folder, 'folder.ts')
}
