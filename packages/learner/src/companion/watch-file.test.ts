import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { tellsOfChanges, watchFile } from './watch-file.ts'
import type { Watch } from './watch-file.ts'

let folder: string
let file: string
let watch: Watch | undefined
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'watch ünter '))
  file = path.join(folder, 'quorum.ts')
  await writeFile(file, 'as it was')
})
afterEach(async () => {
  await watch?.close()
  await rm(folder, { recursive: true, force: true })
})

/** Starts watching; each call of what is returned resolves with the next change that is told. */
async function watching(isPolling: boolean): Promise<() => Promise<boolean>> {
  let told = 0
  let waiting: (() => void) | undefined
  watch = await watchFile(file, {
    isPolling,
    onTrouble: (error) => {
      throw error
    },
    onChange: () => {
      told += 1
      waiting?.()
    },
  })
  return async () => {
    if (told === 0) await new Promise<void>((resolve) => (waiting = resolve))
    told = 0
    return true
  }
}

describe.each([
  ['told of changes', false],
  ['looking at intervals', true],
])('a file, %s', (_, isPolling) => {
  test('may be written, replaced, removed and put back', async () => {
    const change = await watching(isPolling)
    await writeFile(file, 'written in place')
    expect(await change()).toBe(true)
    await writeFile(`${file}.tmp`, 'as many editors do')
    await rename(`${file}.tmp`, file)
    expect(await change()).toBe(true)
    await rm(file)
    expect(await change()).toBe(true)
    await writeFile(file, 'back')
    expect(await change()).toBe(true)
  })
})

test('a disk is asked whether it tells of changes', async () => {
  expect(await tellsOfChanges(path.join(folder, 'new'))).toBe(true)
  // A folder that cannot be watched, since it is a file.
  expect(await tellsOfChanges(file)).toBe(false)
})
