import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { readPdf } from '../pdf/read-pdf.ts'
import type { CardLook } from './card-look.ts'
import { exportCards } from './export-cards.ts'

const circle = '<circle cx="24" cy="24" r="20"/>'
const PLAIN: CardLook = {
  style: ':root { --fp-sans: DejaVu Sans, Arial, sans-serif }',
  icons: { work: circle, state: circle, truth: circle, control: circle, intelligence: circle },
  column: 'M0 0h60v-130h-60z',
}

let out: string
beforeEach(async () => {
  out = await mkdtemp(path.join(tmpdir(), 'cards ü '))
})
afterEach(() => rm(out, { recursive: true }))

test('a card has patterns on one side and questions on the other, whatever it is drawn with', async () => {
  const cards = await exportCards({
    pillars: ['state'],
    look: PLAIN,
    out,
    dark: true,
    prefer: 'packaged',
  })
  const file = path.join(out, 'state-card-dark.pdf')
  expect(cards).toEqual([{ pillar: 'state', path: file, pages: 2 }])
  const pdf = await readPdf(await readFile(file))
  expect(pdf).toMatchObject({ title: 'State: patterns and questions', isTagged: true })
  expect(pdf.textOf(1)).toContain('Sharding')
  expect(pdf.textOf(2)).toContain('Questions for a review')
})

test('a side with more text than it can hold is told, and nothing is written', async () => {
  const look = { ...PLAIN, style: 'h2 { font-size: 90pt !important }' }
  const printing = exportCards({ pillars: ['work'], look, out, prefer: 'packaged' })
  await expect(printing).rejects.toThrow(
    'more text than it can hold: "Work" of the Work card on a4',
  )
  expect(await readdir(out)).toEqual([])
})
