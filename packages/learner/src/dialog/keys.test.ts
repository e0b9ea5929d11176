import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { movedBy } from './at-screen.ts'
import { keysIn, letters, pressedBy } from './keys.ts'

describe('keys', () => {
  test.each(letters)('$key is $word, in either case and as a word', ({ key, word, pressed }) => {
    expect(keysIn(key)).toEqual([pressed])
    expect(keysIn(key.toUpperCase())).toEqual([pressed])
    expect([key, word, ` ${word.toUpperCase()} `].map(pressedBy)).toEqual(
      Array.from({ length: 3 }, () => pressed),
    )
  })

  test.each(['\u0003', '\u0004', '\u001B', 'abc\u0003', 'a long paste of it\u0004'])(
    '%j leaves',
    (chunk) => {
      expect(keysIn(chunk)).toEqual([{ kind: 'quit' }])
    },
  )

  test('that are pasted answer nothing', () => {
    expect(keysIn('12312\r')).toEqual([])
    expect(keysIn('12')).toHaveLength(2)
  })

  test('arrows are the same on every kind of terminal', () => {
    expect(keysIn('\u001B[B\u001BOB')).toEqual([
      { kind: 'go', by: 'down' },
      { kind: 'go', by: 'down' },
    ])
    expect(keysIn('\u001B[D')).toEqual(keysIn('\u007F'))
  })

  test('whatever is typed as a line, a number is an answer and nothing else is one', () => {
    fc.assert(
      fc.property(fc.string(), (line) => {
        const pressed = pressedBy(line)
        expect(pressed?.kind === 'choose').toBe(/^\d+$/.test(line.trim()))
      }),
    )
  })
})

test('arrows go around the choices, and never out of a text', () => {
  const ways = fc.constantFrom(...(['up', 'down', 'page-up', 'page-down', 'top', 'end'] as const))
  const extent = fc.record({ choices: fc.nat(8), topMax: fc.nat(40), room: fc.integer({ min: 3 }) })
  fc.assert(
    fc.property(fc.array(ways), extent, (pressed, within) => {
      let cursor = { picked: 0, top: 0 }
      for (const way of pressed) cursor = movedBy(cursor, way, within)
      const { choices, topMax } = within
      expect(cursor.picked).toBeLessThan(Math.max(1, choices))
      expect(Math.min(cursor.picked, cursor.top)).toBeGreaterThanOrEqual(0)
      expect(cursor.top).toBeLessThanOrEqual(topMax)
    }),
  )
})
