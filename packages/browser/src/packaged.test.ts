import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

import { describe, expect, test } from 'vitest'

import { librariesFor, PACKAGED_VERSION } from './packaged.ts'

const linux = process.platform === 'linux' && process.arch === 'x64'
const UNPACK_AS_PROCESS = `
  const { unpackPackaged } = await import(process.argv[1])
  console.log(await unpackPackaged(process.argv[2]))
`

function isNotNss(file: string): boolean {
  return !file.endsWith('libnss3.so')
}

describe('librariesFor', () => {
  test('a system with everything gets nothing', () => {
    expect(librariesFor('/c', { LD_LIBRARY_PATH: '/x' }, () => true)).toEqual({})
  })

  test('a bare system gets the libraries and fonts of the package', () => {
    expect(librariesFor('/c', {}, () => false)).toEqual({
      LD_LIBRARY_PATH: '/c/al2023/lib',
      FONTCONFIG_PATH: '/c/fonts',
    })
  })

  test('one missing library is enough, and what the user set stays', () => {
    expect(librariesFor('/c', { LD_LIBRARY_PATH: '/x' }, isNotNss)).toEqual({
      LD_LIBRARY_PATH: '/c/al2023/lib:/x',
    })
  })
})

test('the version in the cache is the installed one', async () => {
  const file = path.join(import.meta.dirname, '../node_modules/@sparticuz/chromium/package.json')
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ version: PACKAGED_VERSION })
})

test.runIf(linux)(
  'processes that start together share one whole browser',
  { timeout: 60_000 },
  async () => {
    const cache = await mkdtemp(path.join(tmpdir(), 'five pillars ünpack-'))
    const module = path.join(import.meta.dirname, 'packaged.ts')
    const args = ['--input-type=module', '--eval', UNPACK_AS_PROCESS, module, cache]
    const unpack = async (): Promise<string> =>
      (await promisify(execFile)(process.execPath, args)).stdout.trim()
    try {
      const [first, second] = await Promise.all([unpack(), unpack()])
      expect(second).toBe(first)
      expect(await readdir(cache)).toEqual([`chromium-${PACKAGED_VERSION}`])
      const { size, mode } = await stat(
        path.join(cache, `chromium-${PACKAGED_VERSION}`, 'chromium'),
      )
      expect(size).toBeGreaterThan(100_000_000)
      expect(mode & 0o100).toBe(0o100)
    } finally {
      await rm(cache, { recursive: true })
    }
  },
)
