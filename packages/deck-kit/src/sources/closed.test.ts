import { expect, test } from 'vitest'

import { closed } from './closed.ts'

test('a name gets a full stop, an abbreviation and a question keep their own end', () => {
  expect(closed('Lamport')).toBe('Lamport.')
  expect(closed('Huang et al.')).toBe('Huang et al.')
  expect(closed('But at what COST?')).toBe('But at what COST?')
})
