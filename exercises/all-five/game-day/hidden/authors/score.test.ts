import { expect, test } from 'vitest'

import { incidents } from '../../incidents.ts'
import { assertParts } from '../../parts.ts'
import { scoreOf } from '../../score.ts'
import type { Sheet } from '../../sheet.ts'
import { referenceParts } from '../suite/reference-parts.ts'

/** A day on which nobody has felt anything. */
const calm: Sheet = {
  seed: 1,
  incidents: incidents.map(({ id, title }) => ({
    id,
    title,
    inTime: 100,
    slow: 0,
    failed: 0,
    refused: 0,
    unsettled: { late: 0, unanswered: 0 },
    recoveryMs: 0,
    lost: 0,
    pages: 0,
    scaleChanges: 0,
  })),
  stopped: null,
  lost: 0,
  pages: 0,
  scaleChanges: 0,
}

test('a calm day has all points, and a borrowed part costs five', () => {
  expect(scoreOf(calm), 'sentinel-game-day-score.test.ts').toMatchObject({ total: 100 })
  expect(scoreOf(calm, 2)).toMatchObject({ total: 90, replaced: -10 })
})

test('one lost line takes everything, and the sheet says what it has cost', () => {
  expect(scoreOf({ ...calm, lost: 1 })).toMatchObject({ total: 0, earned: 100 })
})

test('changes of the fleet cost something once there are more than a day needs, pages always', () => {
  expect(scoreOf({ ...calm, scaleChanges: 8 })).toMatchObject({ scaling: 10 })
  expect(scoreOf({ ...calm, scaleChanges: 12, pages: 2 })).toMatchObject({ scaling: 8, pages: 9 })
  expect(scoreOf({ ...calm, scaleChanges: 99, pages: 99 })).toMatchObject({ scaling: 0, pages: 0 })
})

test('a day that was ended has no points for its silence', () => {
  const nobody = calm.incidents.map((incident) => ({ ...incident, inTime: 0 }))
  const stopped = { incident: 'crash', text: 'gateway threw' }
  expect(scoreOf({ ...calm, incidents: nobody, stopped })).toMatchObject({ total: 0 })
})

test('a part that lacks what the shop calls is named', () => {
  expect(() => assertParts({ ...referenceParts })).not.toThrow()
  expect(() => assertParts({ ...referenceParts, hashRing: {} })).toThrow(
    'The part "hash-ring" exports no function createHashRing.',
  )
})
