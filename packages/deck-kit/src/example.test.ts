import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { load } from '@slidev/parser/fs'
import { expect, test } from 'vitest'

const kit = new URL('../', import.meta.url)
const root = fileURLToPath(new URL('example', kit))
const entry = path.join(root, 'slides.md')

function names(folder: string): string[] {
  return readdirSync(new URL(folder, kit)).map((file) => file.replace('.vue', ''))
}

/** Fences become this one; nobody writes it. */
const MADE_BY_THE_KIT = new Set(['Diagram'])

test('the example shows every layout', async () => {
  const { slides } = await load({ roots: [root], userRoot: root }, entry)
  const shown = new Set(slides.map((slide) => String(slide.frontmatter['layout'] ?? 'default')))
  expect(names('layouts/').filter((name) => !shown.has(name))).toEqual([])
})

test('the example shows every component', () => {
  const text = readFileSync(entry, 'utf8')
  const missing = names('components/').filter((name) => !new RegExp(`<${name}\\b`).test(text))
  expect(missing.filter((name) => !MADE_BY_THE_KIT.has(name))).toEqual([])
})

test('the README tells of every layout and component', () => {
  const readme = readFileSync(new URL('README.md', kit), 'utf8').replaceAll('\r\n', '\n')
  expect(names('layouts/').filter((name) => !readme.includes(`### ${name}\n`))).toEqual([])
  const untold = names('components/').filter((name) => !readme.includes(`<${name}`))
  expect(untold.filter((name) => !MADE_BY_THE_KIT.has(name))).toEqual([])
})
