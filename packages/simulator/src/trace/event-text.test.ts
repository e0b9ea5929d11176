import { describe, expect, test } from 'vitest'

import { eventText } from './event-text.ts'

describe('eventText', () => {
  test.each([
    ['leader', { term: 3 }, 'leader term 3'],
    ['apply', { index: 3, value: 'x = 1' }, 'apply index 3, value x = 1'],
    ['commit', 7, 'commit 7'],
    ['queue', [1, 2], 'queue [1,2]'],
    ['ready', undefined, 'ready'],
    ['', { '': '' }, '"" "" ""'],
    ['apply', { entry: { op: 'put', key: 'x' } }, 'apply entry {"op":"put","key":"x"}'],
    ['long', 'x'.repeat(50), `long ${'x'.repeat(39)}…`],
  ])('%s %j reads %s', (event, data, text) => {
    expect(eventText(event, data)).toBe(text)
  })
})
