import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { openOutFolder } from './out-folder.ts'

let base = ''
beforeEach(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'out-folder-'))
})
afterEach(() => rm(base, { recursive: true }))

test('a folder of several levels is made, and nothing is left in it', async () => {
  const out = path.join(base, 'täglich', 'a b', 'c')
  await openOutFolder(out)
  expect(await readdir(out)).toEqual([])
})

test('a file in the place of a folder is named', async () => {
  const file = path.join(base, 'talks')
  await writeFile(file, '')
  await expect(openOutFolder(path.join(file, 'pdf'))).rejects.toMatchObject({
    code: 'out-not-writable',
  })
})

// Node's recursive mkdir never ends here.
test.runIf(process.platform === 'linux')('a folder that nobody can write is refused', async () => {
  await expect(openOutFolder('/proc/five-pillars')).rejects.toMatchObject({
    code: 'out-not-writable',
  })
})
