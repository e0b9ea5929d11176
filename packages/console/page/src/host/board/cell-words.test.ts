import { expect, test } from 'vitest'

import type { BoardCell } from '../../../../src/view.ts'
import { cellText, cellWords } from './cell-words.ts'

const column = {
  slug: 'quorum',
  title: 'Quorum',
  pillar: 'truth',
  promises: 8,
  points: 60,
  damage: null,
} as const

function cellOf(change: Partial<BoardCell>): BoardCell {
  return {
    state: 'broken',
    kept: 5,
    points: 30,
    attempts: 6,
    hints: 0,
    isStuck: false,
    submission: null,
    ...change,
  }
}

test.each([
  [null, '·', 'Quorum: not begun'],
  [cellOf({}), '5/8', 'Quorum: 5/8 promises kept, 6 attempts'],
  [cellOf({ state: 'kept', kept: 8 }), '✓', 'Quorum: every promise kept, 6 attempts'],
  [
    cellOf({ state: 'waiting', attempts: 1, hints: 1 }),
    '5/8',
    'Quorum: waits to be judged; 5/8 promises kept before, 1 attempt, 1 hint seen',
  ],
  [
    cellOf({ isStuck: true, hints: 3 }),
    '5/8',
    'Quorum: 5/8 promises kept, 6 attempts, 3 hints seen, stuck',
  ],
  [
    cellOf({ state: 'trying' }),
    '5/8',
    'Quorum: 5/8 promises kept, by the learner’s own checks, 6 attempts',
  ],
])('a cell says to the ear what it shows to the eye', (cell, text, words) => {
  expect(cellText(cell, column)).toBe(text)
  expect(cellWords(cell, column)).toBe(words)
})
