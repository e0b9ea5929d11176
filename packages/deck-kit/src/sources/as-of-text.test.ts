import { expect, test } from 'vitest'

import { asOfText } from './as-of-text.ts'

test('a year, a month and a day are written as they are said', () => {
  expect(['2025', '2025-03', '2025-10-04'].map(asOfText)).toEqual([
    '2025',
    'March 2025',
    '4 October 2025',
  ])
})
