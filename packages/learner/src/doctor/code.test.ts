import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { codeOf, readCode } from './code.mjs'
import { LOOKS, SHARED_LOOKS } from './outcomes.mjs'

const shared = fc.record({
  platform: fc.constantFrom('linux', 'darwin', 'win32', 'other'),
  arch: fc.constantFrom('x64', 'arm64', 'other'),
  node: fc.integer({ min: 0, max: 63 }),
  version: fc
    .tuple(fc.nat({ max: 15 }), fc.nat({ max: 63 }), fc.nat({ max: 63 }))
    .map((parts) => parts.join('.')),
  kit: fc.nat({ max: 0xffff }).map((id) => id.toString(16).padStart(4, '0')),
  outcomes: fc
    .tuple(...SHARED_LOOKS.map(({ outcomes }) => fc.constantFrom(...outcomes.map(({ id }) => id))))
    .map((ids) => Object.fromEntries(SHARED_LOOKS.map(({ id }, index) => [id, ids[index] ?? '']))),
})

describe('a shared code', () => {
  test('says what was shared, however it is typed', () => {
    fc.assert(
      fc.property(shared, fc.boolean(), (given, isSloppy) => {
        const code = codeOf(given)
        expect(code).toMatch(/^FP(?:-[0-9A-HJKMNP-TV-Z]{5}){4}$/)
        const typed = isSloppy
          ? ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}\n`
          : code
        expect(readCode(typed)).toEqual({ kind: 'read', shared: given })
      }),
    )
  })

  test('with any one letter wrong it is refused, and with two that changed places', () => {
    const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.split('')
    fc.assert(
      fc.property(shared, fc.nat(), fc.constantFrom(...letters), (given, place, letter) => {
        const code = codeOf(given).slice(3).replaceAll('-', '')
        const at = place % code.length
        const wrong = code.slice(0, at) + letter + code.slice(at + 1)
        const swapped = code.replace(/^(.)(.)/, '$2$1')
        for (const other of [wrong, swapped]) {
          const kind = other === code ? 'read' : 'refused'
          expect(readCode(`FP-${other}`)).toMatchObject({ kind })
        }
      }),
    )
  })

  test('what is no code at all is refused with the way out', () => {
    for (const text of ['', 'FP', 'FP-', 'hello', 'FP-0', 'FP-ÄÖÜ', 'F'.repeat(10_000)]) {
      expect(readCode(text)).toEqual({ kind: 'refused', why: expect.stringMatching(/\.$/) })
    }
  })
})

test('each look has eight outcomes at most, the first of which is in order', () => {
  for (const { outcomes } of LOOKS) {
    expect(outcomes.length).toBeLessThanOrEqual(8)
    expect(outcomes[0]).toMatchObject({ id: 'ok', level: 'ok' })
  }
})
