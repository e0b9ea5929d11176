import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Page } from './dialog.ts'
import { frameOf } from './frame.ts'

const text = fc.lorem({ maxCount: 20 })
const pages: fc.Arbitrary<Page> = fc.record({
  title: fc.lorem({ maxCount: 6 }),
  place: fc.lorem({ maxCount: 4 }),
  above: fc.array(text, { maxLength: 3 }),
  choices: fc.array(fc.record({ label: fc.lorem({ maxCount: 6 }), note: text }), { maxLength: 8 }),
  text: fc.array(fc.lorem({ maxCount: 4 }), { maxLength: 60 }),
})
const sizes = fc.record({
  columns: fc.integer({ min: 40, max: 130 }),
  rows: fc.integer({ min: 9, max: 50 }),
  color: fc.constant(false),
})

describe('a screen', () => {
  test('fits every terminal, and always says how to leave', () => {
    fc.assert(
      fc.property(pages, sizes, fc.nat(8), fc.nat(100), (page, size, picked, top) => {
        const { lines } = frameOf(page, { picked, top }, size)
        expect(lines.length).toBeLessThanOrEqual(size.rows)
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(size.columns)
        expect(lines.at(-1)).toContain('q quit')
      }),
    )
  })

  test('shows the choice that Enter would take', () => {
    fc.assert(
      fc.property(pages, sizes, fc.nat(7), (page, size, pick) => {
        fc.pre(page.choices.length > 0)
        const picked = pick % page.choices.length
        const { lines } = frameOf({ ...page, text: [] }, { picked, top: 0 }, size)
        expect(lines.filter((line) => line.startsWith(`> ${picked + 1}  `))).toHaveLength(1)
      }),
    )
  })

  test('leaves out the notes of the other choices before anything else', () => {
    const choices = ['one', 'two', 'three'].map((label) => ({ label, note: `Note of ${label}.` }))
    const page = { title: 'Which?', place: '', above: [], choices, text: [] }
    const shown = (rows: number): string =>
      frameOf(page, { picked: 1, top: 0 }, { columns: 60, rows, color: false }).lines.join('\n')
    expect(shown(24)).toContain('Note of three.')
    expect(shown(9)).toMatchInlineSnapshot(`
      "Which?                                                      
      ────────────────────────────────────────────────────────────
        1  one
      > 2  two
           Note of two.
        3  three

      ────────────────────────────────────────────────────────────
      1–3 or ↑ ↓ and Enter: answer  b back  r restart  q quit"
    `)
  })
})
