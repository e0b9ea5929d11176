import { expect, test } from 'vitest'

import { fallbackFonts } from './fallback-fonts.ts'
import type { PdfFacts } from './read-pdf.ts'

const FACTS: PdfFacts = {
  pages: 2,
  title: '',
  author: '',
  isTagged: true,
  outline: [],
  fonts: [
    { name: 'IBMPlexSans-SemiBold', type: 'CIDFontType2', isEmbedded: true },
    { name: 'DejaVuSans', type: 'CIDFontType2', isEmbedded: true },
  ],
  textOf: () => '',
  runsOf: (page) => [
    { font: 'IBMPlexSans-SemiBold', type: 'Type0', text: 'Work' },
    { font: 'IBMPlexMono-Regular', type: 'Type0', text: 'code' },
    { font: 'DejaVuSans', type: 'Type0', text: page === 2 ? ' → ' : ' ' },
  ],
}

test('characters in a font that the deck does not bring are told with their page', () => {
  const families = ['"IBM Plex Sans"', 'IBM Plex Mono']
  expect(fallbackFonts(FACTS, families)).toEqual([{ page: 2, font: 'DejaVuSans', text: '→' }])
})

test('a deck without fonts of its own uses those of the machine', () => {
  expect(fallbackFonts(FACTS, [])).toEqual([])
})
