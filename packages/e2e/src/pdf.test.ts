import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { findBrowser } from '@five-pillars/browser'
import { decks } from '@five-pillars/content'
import { exportDecks } from '@five-pillars/printer'
import type { Exported } from '@five-pillars/printer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { openPdf, squeezed } from './open-pdf.ts'
import type { OpenedPdf } from './open-pdf.ts'
import { openPrintRoute } from './print-route.ts'
import { root, stage } from './stage.ts'
import type { Stage } from './stage.ts'

let theatre: Stage
let out: string
let exported: Exported[]

beforeAll(async () => {
  theatre = await stage()
  out = await mkdtemp(path.join(tmpdir(), 'pdf ö '))
  const { path: browser, env } = await findBrowser({ prefer: 'packaged' })
  Object.assign(process.env, env)
  exported = await exportDecks({
    browser,
    out,
    format: 'pdf',
    decks: decks.map(({ id, title, path: folder }) => ({
      id,
      title,
      dir: path.join(root, folder, 'dist'),
    })),
  })
})

afterAll(async () => {
  await theatre[Symbol.asyncDispose]()
  await rm(out, { recursive: true, force: true })
})

describe.for(decks)('the PDF of $id', ({ id, title }) => {
  let pdf: OpenedPdf
  beforeAll(async () => {
    pdf = await openPdf(fileOf(id))
  })

  test('has a page for each slide, with the words of that slide', async () => {
    const slides = await slideTitles(id)
    expect(pdf.title).toBe(title)
    expect(pdf.pages).toHaveLength(slides.length)
    expect(pdf.outlineEntries).toBeGreaterThan(0)
    for (const [index, slide] of slides.entries()) {
      expect(pdf.pages[index]).toContain(squeezed(slide))
    }
  })

  test('carries its fonts, none of them drawn glyph by glyph', () => {
    const { fonts } = pdf
    expect(fonts.length).toBeGreaterThan(0)
    const strangers = fonts.filter(
      ({ name, type, isEmbedded }) =>
        !isEmbedded || type !== 'CIDFontType2' || !name.includes('IBMPlex'),
    )
    expect(strangers).toEqual([])
  })
})

function fileOf(id: string): string {
  const file = exported.find(({ deck }) => deck === id)?.path
  if (file === undefined) throw new Error(`deck "${id}" was not exported`)
  return file
}

/** The first heading of each slide as the live deck shows it, in order. */
async function slideTitles(id: string): Promise<string[]> {
  const { page } = await theatre.open()
  const slides = await openPrintRoute(page, id, 'slides')
  const titles = await slides.evaluateAll((found) =>
    found.map((slide) => slide.querySelector('h1, h2')?.textContent ?? ''),
  )
  await page.context().close()
  return titles
}
