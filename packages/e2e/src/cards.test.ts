import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { patterns, pillars, reviewQuestions } from '@five-pillars/content'
import { columnPath } from '@five-pillars/deck-kit/columns'
import { pillarIcons } from '@five-pillars/deck-kit/icons'
import { pageStyle } from '@five-pillars/deck-kit/page-style'
import { exportCards } from '@five-pillars/printer'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { openPdf, squeezed } from './open-pdf.ts'

let out: string
beforeAll(async () => {
  out = await mkdtemp(path.join(tmpdir(), 'cards ü '))
})
afterAll(() => rm(out, { recursive: true }))

// Of the two papers, Letter has less room.
test('all that is taught of a pillar fits on its card', async () => {
  const look = { style: pageStyle(), icons: pillarIcons, column: columnPath(130).outline }
  const ids = pillars.map(({ id }) => id)
  const cards = await exportCards({ pillars: ids, look, out, paper: 'letter', prefer: 'packaged' })
  for (const card of cards) {
    const { pages, fonts } = await openPdf(card.path)
    expect(pages).toHaveLength(2)
    for (const each of patterns.filter(({ pillar }) => pillar === card.pillar)) {
      expect(pages[0]).toContain(squeezed(each.name + each.summary))
      expect(pages[0]).toContain(squeezed(each.useWhen + each.notWhen))
    }
    for (const each of reviewQuestions.filter(({ pillar }) => pillar === card.pillar)) {
      expect(pages[1]).toContain(squeezed(each.question + each.good))
    }
    const strangers = fonts.filter(
      ({ name, type, isEmbedded }) =>
        !isEmbedded || type !== 'CIDFontType2' || !name.includes('IBMPlex'),
    )
    expect(strangers).toEqual([])
  }
})
