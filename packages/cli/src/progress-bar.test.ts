import { expect, test } from 'vitest'

import { drawBar } from './progress-bar.ts'

test('the bar fills with the share that is done', () => {
  expect(drawBar('export', 0.5, 'work')).toBe('export  ████████████────────────  50 %  work')
})

test('the bar stays whole where a count runs over', () => {
  expect(drawBar('export', 2, '')).toContain('100 %')
  expect(drawBar('export', -1, '')).toContain('  0 %')
})
