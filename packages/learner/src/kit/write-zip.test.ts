import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { unzipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'

import { writeZip } from './write-zip.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'zip ü '))
afterAll(() => rmSync(folder, { recursive: true }))

const entries = [{ name: 'kit/README.md', read: () => Buffer.from('# Kit\n') }]

test('folders that are not there yet are made, and nothing but the zip is left in them', () => {
  const file = path.join(folder, 'for', 'tomorrow', 'kit.zip')
  expect(writeZip(file, entries)).toBe(readFileSync(file).length)
  expect(Object.keys(unzipSync(readFileSync(file)))).toEqual(['kit/README.md'])
  expect(readdirSync(path.dirname(file))).toEqual(['kit.zip'])
})

const there = path.join(folder, 'notes.txt')
writeFileSync(there, 'mine')
const places = [
  path.join(there, 'kit.zip'),
  folder,
  // No folder can be made there, and Node's own way to make one never ends.
  ...(existsSync('/proc') ? ['/proc/x', '/proc/x/y/kit.zip'] : []),
]

test.each(places)('where nothing can be written it is refused with a way out: %s', (file) => {
  expect(() => writeZip(file, entries)).toThrow(
    expect.objectContaining({
      code: 'not-writable',
      message: expect.stringContaining(`The kit cannot be written to ${file}: `),
      fix: expect.stringContaining('--out kit.zip'),
    }),
  )
  expect(readFileSync(there, 'utf8')).toBe('mine')
})
