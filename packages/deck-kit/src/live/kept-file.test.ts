import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { readKept, writeKept } from './kept-file.ts'
import type { KeptStart } from './kept-file.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'kept '))
const file = path.join(folder, 'new/live-start.txt')
const kept: KeptStart = {
  kit: { stamp: 'k', files: ['/content.ts'], urls: ['/kit.ts'] },
  deck: { stamp: 'd', files: [], urls: ['/slides.md'] },
  asked: ['/kit.ts', '/slides.md'],
  classes: ['flex'],
  code: { kit: '[["/kit.ts","1\\n2"]]', deck: '[["/slides.md",""]]' },
}

afterAll(() => rmSync(folder, { recursive: true }))

test('a start is read as it was written, and leaves nothing else behind', () => {
  expect(readKept(file)).toBeUndefined()
  writeKept(file, kept)
  writeKept(file, { ...kept, asked: [] })
  expect(readKept(file)).toEqual({ ...kept, asked: [] })
  expect(readdirSync(path.dirname(file))).toEqual(['live-start.txt'])
})

test('a damaged, cut or foreign file is no start', () => {
  writeKept(file, kept)
  const whole = readFileSync(file, 'utf8')
  for (const damaged of [whole.replace('1\\n2', '1\\n3'), whole.slice(0, -3), '', '\n\n\n']) {
    writeFileSync(file, damaged)
    expect(readKept(file)).toBeUndefined()
  }
})

test('a start that another version wrote is no start', () => {
  const { asked: _, ...older } = kept
  Reflect.apply(writeKept, undefined, [file, older])
  expect(readKept(file)).toBeUndefined()
})

test('what is too much is not kept', () => {
  rmSync(file)
  writeKept(file, { ...kept, code: { kit: ' '.repeat(2 ** 25), deck: '[]' } })
  expect(readKept(file)).toBeUndefined()
})

test('a folder that cannot be written harms nobody', () => {
  writeFileSync(path.join(folder, 'taken'), '')
  expect(() => writeKept(path.join(folder, 'taken/live-start.txt'), kept)).not.toThrow()
})
