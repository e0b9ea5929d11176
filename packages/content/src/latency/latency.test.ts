import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { budgetTasks, budgetsMs, dragPart, figure, judgeBudget, usualRequest } from '../index.ts'
import type { BudgetMs, RequestSettings, SyncRule } from '../index.ts'
import { requestMs, requestParts, requestRanges } from '../index.ts'
import { bestOf } from './judge-budget.ts'
import { FIBRE_KM_PER_MS, reachKm, roundTripMs, syncMs } from './request.ts'

function within({ min, max }: { min: number; max: number }): fc.Arbitrary<number> {
  return fc.integer({ min, max })
}

const settings: fc.Arbitrary<RequestSettings> = fc.record({
  handshakes: fc.constantFrom(0, 1, 2),
  accessMs: within(requestRanges.accessMs),
  userKm: within(requestRanges.userKm),
  workMs: within(requestRanges.workMs),
  megabits: within(requestRanges.megabits),
  lineMbps: within(requestRanges.lineMbps),
  nearRegionKm: within(requestRanges.nearRegionKm),
  farRegionKm: within(requestRanges.farRegionKm),
  rule: fc.constantFrom<SyncRule>('nearby', 'majority', 'everywhere'),
})
const budget = fc.constantFrom<BudgetMs>(...budgetsMs)

describe('light', () => {
  test('is as fast as the figures of the slides say', () => {
    expect(figure('fibre-speed').value).toBe(`≈ ${FIBRE_KM_PER_MS} km`)
    const trips = [
      ['fibre-round-trip', 3000],
      ['round-trip-virginia', usualRequest.nearRegionKm],
      ['round-trip-sydney', usualRequest.farRegionKm],
    ] as const
    for (const [id, km] of trips) expect(figure(id).value).toBe(`≥ ${roundTripMs(km)}`)
  })

  test('reaches as far as its round trip allows', () => {
    fc.assert(
      fc.property(within(requestRanges.farRegionKm), (km) => {
        expect(reachKm(roundTripMs(km))).toBeCloseTo(km, 6)
      }),
    )
    expect(reachKm(-1)).toBe(0)
  })
})

describe('a request', () => {
  test('waits for its parts one after the other, and none of them is shorter than nothing', () => {
    fc.assert(
      fc.property(settings, (given) => {
        const parts = requestParts(given)
        expect(parts.every(({ ms }) => ms >= 0)).toBe(true)
        expect(requestMs(given)).toBeCloseTo(
          parts.reduce((sum, { ms }) => sum + ms, 0),
          9,
        )
      }),
    )
  })

  test('waits as long as the simulated film of the finale, where only distance counts', () => {
    const film = { ...usualRequest, handshakes: 0, userKm: 0, workMs: 0, megabits: 0 } as const
    const waits = [
      ['nearby', 'budget-nearby'],
      ['majority', 'budget-majority'],
      ['everywhere', 'budget-everywhere'],
    ] as const
    for (const [rule, id] of waits) {
      expect(figure(id)).toMatchObject({ amount: requestMs({ ...film, rule }) })
    }
  })

  test('never gets faster by a longer way, a slower line or one region more to wait for', () => {
    fc.assert(
      fc.property(settings, (given) => {
        const worse: readonly Partial<RequestSettings>[] = [
          { userKm: given.userKm + 100 },
          { accessMs: given.accessMs + 1 },
          { workMs: given.workMs + 1 },
          { megabits: given.megabits + 1 },
          { lineMbps: given.lineMbps / 2 },
          { nearRegionKm: given.nearRegionKm + 100 },
          { farRegionKm: given.farRegionKm + 100 },
        ]
        for (const change of worse) {
          expect(requestMs({ ...given, ...change })).toBeGreaterThanOrEqual(requestMs(given))
        }
        const [nearby, majority, everywhere] = (['nearby', 'majority', 'everywhere'] as const).map(
          (rule) => requestMs({ ...given, rule }),
        )
        expect(majority).toBeGreaterThanOrEqual(nearby ?? 0)
        expect(everywhere).toBeGreaterThanOrEqual(majority ?? 0)
      }),
    )
  })
})

function msOf(given: RequestSettings, id: string): number {
  return requestParts(given).find((part) => part.id === id)?.ms ?? 0
}

describe('a part that is dragged', () => {
  const ids = fc.constantFrom(...requestParts(usualRequest).map(({ id }) => id))

  test('is as long as it was dragged, within a step and the bounds of its number', () => {
    fc.assert(
      fc.property(settings, ids, fc.double({ min: 0, max: 400, noNaN: true }), (given, id, ms) => {
        const after = msOf(dragPart(given, id, ms), id)
        const [least, most] = [0, 1e6].map((far) => msOf(dragPart(given, id, far), id))
        // One step of the number behind it, of which a handshake has two ways.
        const step = id === 'arrive' ? 1000 / given.lineMbps : 1.01
        const wanted = Math.min(Math.max(ms, least ?? 0), most ?? 0)
        expect(Math.abs(after - wanted)).toBeLessThanOrEqual(step)
      }),
    )
  })

  test('leaves all numbers within their bounds, and the rule as it is', () => {
    fc.assert(
      fc.property(
        settings,
        ids,
        fc.double({ min: -1e4, max: 1e4, noNaN: true }),
        (given, id, ms) => {
          const after = dragPart(given, id, ms)
          for (const name of [
            'userKm',
            'workMs',
            'megabits',
            'nearRegionKm',
            'farRegionKm',
          ] as const) {
            const { min, max } = requestRanges[name]
            expect(Math.min(max, Math.max(min, after[name]))).toBe(after[name])
          }
          expect([after.rule, after.handshakes]).toEqual([given.rule, given.handshakes])
        },
      ),
    )
  })
})

describe('a budget', () => {
  test('is kept exactly when the wait fits into it', () => {
    fc.assert(
      fc.property(settings, budget, (given, budgetMs) => {
        const { kind, leftMs, totalMs } = judgeBudget(given, budgetMs)
        expect(kind === 'fits').toBe(totalMs <= budgetMs)
        expect(leftMs).toBeCloseTo(budgetMs - totalMs, 9)
      }),
    )
  })

  test('that is called impossible cannot be kept by anything but the regions', () => {
    fc.assert(
      fc.property(settings, settings, budget, (given, other, budgetMs) => {
        const { nearRegionKm, farRegionKm, rule } = given
        fc.pre(judgeBudget(given, budgetMs).kind === 'impossible')
        const tried = { ...other, nearRegionKm, farRegionKm, rule }
        expect(judgeBudget(tried, budgetMs).kind).toBe('impossible')
      }),
    )
  })

  test('that is called slow can be kept with the same regions', () => {
    fc.assert(
      fc.property(settings, budget, (given, budgetMs) => {
        fc.pre(judgeBudget(given, budgetMs).kind === 'slow')
        expect(judgeBudget(bestOf(given), budgetMs).kind).toBe('fits')
      }),
    )
  })

  test('of what feels immediate is never kept by who waits for Sydney', () => {
    fc.assert(
      fc.property(settings, (given) => {
        const tried: RequestSettings = { ...given, farRegionKm: 16_500, rule: 'everywhere' }
        expect(judgeBudget(tried, 100).kind).toBe('impossible')
      }),
    )
  })

  test('reaches a region that then just fits', () => {
    fc.assert(
      fc.property(settings, budget, (given, budgetMs) => {
        const { reachKm: km } = judgeBudget(given, budgetMs)
        fc.pre(km > 0)
        const tried = { ...given, rule: 'everywhere', nearRegionKm: km, farRegionKm: km } as const
        expect(requestMs(tried)).toBeCloseTo(budgetMs, 6)
        expect(syncMs(tried)).toBeCloseTo(roundTripMs(km), 9)
      }),
    )
  })
})

test('what is to be found out can be found, one thing after the other', () => {
  const sydney = usualRequest
  const fast = bestOf(sydney)
  const apart = { ...fast, rule: 'nearby' } as const
  const done = [sydney, fast, apart].map((given) =>
    budgetTasks.map(({ isDone }) => isDone(given, 100)),
  )
  expect(done).toEqual([
    [true, false, false],
    [true, true, false],
    [false, false, true],
  ])
})
