import { describe, expect, test } from 'vitest'

import { assertPdf } from './assert-pdf.ts'
import type { PdfFacts } from './read-pdf.ts'

const EXPECTED = { deck: 'work', pages: 2, title: 'Work', author: 'Ada', firstText: 'Work  waits' }
const GOOD: PdfFacts = {
  pages: 2,
  title: 'Work',
  author: 'Ada',
  isTagged: true,
  outline: ['Work waits'],
  fonts: [{ name: 'IBMPlexSans', type: 'CIDFontType2', isEmbedded: true }],
  textOf: () => 'Work waits 1',
  runsOf: () => [{ font: '', type: 'Type3', text: 'label' }],
}

function reasonAgainst(facts: PdfFacts, bytes = 90_000): string {
  try {
    assertPdf(facts, bytes, EXPECTED)
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

describe('assertPdf', () => {
  test('a good PDF passes', () => {
    expect(reasonAgainst(GOOD)).toBe('')
  })

  test('a PDF of blank pages is known by its text, its size and its fonts', () => {
    const blank = { ...GOOD, fonts: [], outline: [], textOf: () => '' }
    expect(reasonAgainst(blank, 1900)).toContain(
      '"work": "Work  waits" is not in the text of page 1; 1900 bytes, too few to hold slides; ' +
        'no font; no outline.',
    )
  })

  test('text that may go on over pages is looked for on all of them', () => {
    const expected = { ...EXPECTED, endings: ['waits 1W'] }
    expect(() => assertPdf(GOOD, 90_000, expected)).not.toThrow()
    const cut = { ...EXPECTED, endings: ['to the end'] }
    expect(() => assertPdf(GOOD, 90_000, cut)).toThrow('"to the end" is cut off.')
  })

  test.each([
    [{ pages: 3 }, '3 pages for 2 slides'],
    [{ isTagged: false }, 'no tags for screen readers'],
    [{ title: 'Slidev' }, 'title "Slidev", not "Work"'],
    [{ author: '' }, 'author ""'],
    [
      { fonts: [{ name: '', type: 'Type3', isEmbedded: false }] },
      'a Type 3 font for "label" on page 1',
    ],
    [
      { fonts: [{ name: 'Helvetica', type: 'Type1', isEmbedded: false }] },
      'the font Helvetica is not embedded',
    ],
  ])('%j is wrong', (change, reason) => {
    expect(reasonAgainst({ ...GOOD, ...change })).toContain(`"work": ${reason}.`)
  })
})
