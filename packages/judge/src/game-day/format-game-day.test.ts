import { expect, test } from 'vitest'

import { formatGameDay } from './format-game-day.ts'
import type { GameDay } from './play-game-day.ts'

const calm = { slow: 0, failed: 0, recoveryMs: 0, lost: 0, pages: 0, scaleChanges: 0 }

const day: Extract<GameDay, { kind: 'played' }> = {
  kind: 'played',
  sheet: {
    seed: 7,
    incidents: [
      { id: 'crash', title: 'A replica crashes', inTime: 802, ...calm, slow: 2, lost: 1 },
      {
        id: 'blind-peak',
        title: 'No monitoring at a peak',
        inTime: 1558,
        slow: 1052,
        failed: 120,
        recoveryMs: 25_000,
        lost: 0,
        pages: 1,
        scaleChanges: 12,
      },
    ],
    stopped: null,
    lost: 1,
    pages: 1,
    scaleChanges: 12,
  },
  score: { total: 0, earned: 74, inTime: 44, recovery: 17, scaling: 8, pages: 10, replaced: -5 },
  trace: null,
  replaced: ['quorum'],
}

test.each([60, 80])('a score sheet of %i columns', (columns) => {
  const text = formatGameDay(day, { columns, color: false })
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns)
  expect(text).toMatchSnapshot()
})

test('what a part has thrown is printed without its colours', () => {
  const stopped = { incident: 'crash', text: '\u001b[31mno cart today' }
  const text = formatGameDay(
    { ...day, sheet: { ...day.sheet, stopped } },
    { columns: 80, color: false },
  )
  expect(text).toContain('The day ended in "crash": no cart today')
})
