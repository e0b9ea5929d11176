import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { actionOf, keys } from './keys.ts'
import { keysIn, scrolledTo } from './read-keys.ts'

describe('keys', () => {
  test.each(keys)('$key is $action, in either case and as a word', ({ key, action, word }) => {
    expect(keysIn(key)).toEqual([{ kind: 'action', action }])
    expect(keysIn(key.toUpperCase())).toEqual([{ kind: 'action', action }])
    expect([key, word, ` ${action} `].map(actionOf)).toEqual([action, action, action])
  })

  test.each([
    ['\r', 'check'],
    ['\u001B', 'back'],
    ['\u0003', 'quit'],
    ['text\u0004', 'quit'],
  ])('%j is %s', (chunk, action) => {
    expect(keysIn(chunk)).toEqual([{ kind: 'action', action }])
  })

  test('of an arrow scroll, on every kind of terminal', () => {
    expect(keysIn('\u001B[B\u001BOB\u001B[6~ ')).toEqual(
      ['down', 'down', 'page-down', 'page-down'].map((scroll) => ({ kind: 'scroll', scroll })),
    )
  })

  test('that are pasted press nothing', () => {
    expect(keysIn('const sum = 1\n')).toEqual([
      { kind: 'scroll', scroll: 'page-down' },
      { kind: 'scroll', scroll: 'page-down' },
      { kind: 'scroll', scroll: 'page-down' },
    ])
  })

  test('of any text are known ones, or none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const { kind } of keysIn(text)) expect(['action', 'scroll']).toContain(kind)
      }),
    )
  })

  test('never scroll beyond an end', () => {
    const scrolls = fc.constantFrom('up', 'down', 'page-up', 'page-down', 'top', 'end')
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.array(scrolls), (room, length, pressed) => {
        let top = 0
        for (const scroll of pressed) top = scrolledTo({ lines: [], top, room, length }, scroll)
        expect(top).toBeGreaterThanOrEqual(0)
        expect(top).toBeLessThanOrEqual(Math.max(0, length - room))
      }),
    )
  })
})
