import { expect, test } from 'vitest'

import { tallyText } from './tally-text.ts'

test('the tally counts, and names the talks with most gaps first', () => {
  const answered = [
    { isHad: true, talk: 'Work' },
    { isHad: false, talk: 'State' },
    { isHad: false, talk: 'Truth' },
    { isHad: false, talk: 'Truth' },
  ]
  expect(tallyText(answered, 22)).toBe(
    'You had 1 of the 4 you answered; 22 in all. Hear again: Truth, State.',
  )
  expect(tallyText([{ isHad: true, talk: 'Work' }], 1)).toContain('You are ready')
})
