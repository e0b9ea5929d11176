import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { readPdf } from '../pdf/read-pdf.ts'
import { exportGuide } from './export-guide.ts'

let out: string
beforeEach(async () => {
  out = await mkdtemp(path.join(tmpdir(), 'guide ü '))
})
afterEach(() => rm(out, { recursive: true }))

const SOURCE = `# The host's guide

- [ ] Ask for the room. <b>Not markup</b>

## When something breaks

| what you see | what to do |
| ------------ | ---------- |
${Array.from({ length: 60 }, (_, index) => `| trouble ${index} | the way out of ${index} |`).join('\n')}
`

test('a guide is printed whole, over as many pages as it takes', async () => {
  const style = ':root { --fp-sans: DejaVu Sans, Arial, sans-serif }'
  const printed = await exportGuide({
    source: SOURCE,
    style,
    out,
    author: 'Kit',
    paper: 'letter',
    prefer: 'packaged',
  })
  expect(printed.path).toBe(path.join(out, 'host-guide.pdf'))
  const pdf = await readPdf(await readFile(printed.path))
  expect(pdf).toMatchObject({ title: "The host's guide", author: 'Kit', isTagged: true })
  expect(pdf.pages).toBe(printed.pages)
  expect(pdf.pages).toBeGreaterThan(1)
  expect(pdf.textOf(1)).toContain('<b>Not markup</b>')
  expect(pdf.textOf(pdf.pages)).toContain('the way out of 59')
})
