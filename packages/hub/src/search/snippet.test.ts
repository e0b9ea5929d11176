import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { snippet } from './snippet.ts'

const text = fc
  .array(fc.constantFrom('quorum', 'Quorums', 'of', 'three,', 'p99', 'étage', '“waits”'), {
    minLength: 1,
    maxLength: 120,
  })
  .map((parts) => parts.join(' '))
const query = fc.constantFrom('quorum', 'p99', 'wait', 'ét', 'nothing', '')

describe('a snippet', () => {
  test('is a part of the text, whatever was asked', () => {
    fc.assert(
      fc.property(text, query, (all, asked) => {
        const shown = snippet(all, asked)
          .map((piece) => piece.text)
          .join('')
        expect(all).toContain(shown.replaceAll(/^… | …$/g, ''))
      }),
    )
  })

  test('marks words that begin with what was asked, and shows one where there is one', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('quorum', 'p99', 'ét'), (all, asked) => {
        const hits = snippet(all, asked).filter(({ isHit }) => isHit)
        for (const hit of hits) expect(hit.text.toLowerCase().startsWith(asked)).toBe(true)
        expect(hits.length > 0).toBe(all.toLowerCase().includes(asked))
      }),
    )
  })

  test('begins and ends between words, and says that there is more', () => {
    const long = `${'before '.repeat(40)}quorum${' behind'.repeat(60)}`
    const pieces = snippet(long, 'quorum').map((piece) => piece.text)
    expect(pieces.at(0)).toBe('… ')
    expect(pieces.at(-1)).toBe(' …')
    expect(pieces.join('')).toMatch(/^… before .*before quorum behind .*behind …$/)
  })
})
