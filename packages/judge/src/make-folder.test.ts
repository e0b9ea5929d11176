import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { makeFolder } from './make-folder.ts'

let base = ''
beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'make folder '))
})
afterEach(() => rmSync(base, { recursive: true }))

test('several levels are made, and one that is there is left as it is', () => {
  const folder = path.join(base, 'täglich', 'a b', 'c')
  makeFolder(folder)
  writeFileSync(path.join(folder, 'mine'), '')
  makeFolder(folder)
  expect(readdirSync(folder)).toEqual(['mine'])
})

test('below a file there is no folder', () => {
  const file = path.join(base, 'file')
  writeFileSync(file, '')
  expect(() => makeFolder(path.join(file, 'a', 'b'))).toThrow(/ENOTDIR|ENOENT|EEXIST/)
})

// Node's recursive mkdir never ends here.
test.runIf(process.platform === 'linux')('where nobody can write, it says so', () => {
  expect(() => makeFolder('/proc/five-pillars/a')).toThrow('ENOENT')
})
