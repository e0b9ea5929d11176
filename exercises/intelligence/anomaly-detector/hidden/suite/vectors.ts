import type { Shift, Step } from './shifts.ts'

/** The shortest stories of each promise, played before all drawn ones. */

const MINUTE_MS = 60_000

const usual = { forMs: 60_000, clearMs: 300_000, maxPerHour: 3 }

/** `A+` is that A turns bad, and `A-` that it is good; B and what has its name belong to group B. */
function shift(
  moments: readonly (readonly [afterMs: number, what: string])[],
  limits: Partial<Shift['limits']> = {},
): Shift {
  const steps = moments.map(([afterMs, what]): Step => ({
    afterMs,
    source: what.slice(0, -1),
    anomaly: what.endsWith('+'),
  }))
  if (steps.length === 0) throw new Error('sentinel-anomaly-detector-vectors.ts: nothing happens')
  const groups = new Map(steps.map(({ source }) => [source, source.slice(0, 1)]))
  return { limits: { ...usual, ...limits }, startMs: 0, steps, groups }
}

/** A sample every ten seconds says the same. */
const told = Array.from({ length: 12 }, (_, nth) => [nth === 0 ? 0 : 10_000, 'A1+'] as const)

/** Bad for half a minute, good for half a minute. */
const flapping = Array.from({ length: 20 }, (_, nth) => {
  return [30_000, nth % 2 === 0 ? 'A1+' : 'A1-'] as const
})

/** Four groups within four minutes, and two pages an hour. */
const storm = ['A1+', 'B1+', 'C1+', 'D1+'].map((what) => [MINUTE_MS, what] as const)

const isOver = [
  [MINUTE_MS, 'C1-'],
  [MINUTE_MS, 'D1-'],
] as const

export const vectors = {
  lasting: [
    shift([
      [0, 'A1+'],
      [30_000, 'A1-'],
    ]),
    shift([
      [0, 'A1+'],
      [40_000, 'A2+'],
      [10_000, 'A1-'],
      [30_000, 'A2-'],
    ]),
    shift(flapping),
  ],
  once: [
    shift([
      [0, 'A1+'],
      [MINUTE_MS, 'A2+'],
    ]),
    shift([[0, 'A1+'], [90_000, 'A1-'], ...flapping.slice(0, 9), [0, 'A1+']]),
    shift([
      [0, 'A1+'],
      [0, 'A2+'],
      [90_000, 'A1-'],
      [400_000, 'A1+'],
    ]),
    shift([
      [0, 'A1+'],
      [90_000, 'A1-'],
      [60_000, 'A1-'],
      [60_000, 'A1+'],
      [200_000, 'A1-'],
      [10_000, 'A1+'],
    ]),
  ],
  cap: [shift(storm, { maxPerHour: 2 }), shift(storm, { maxPerHour: 1 })],
  'in-time': [
    shift([[0, 'A1+']]),
    shift(told),
    shift([...storm, [61 * MINUTE_MS, 'E1+']], { maxPerHour: 2 }),
  ],
  again: [
    shift([
      [0, 'A1+'],
      [90_000, 'A1-'],
      [300_000, 'A1+'],
    ]),
    shift([
      [0, 'A1+'],
      [90_000, 'A1-'],
      [150_000, 'A1-'],
      [150_000, 'A1+'],
    ]),
    shift(
      [
        [0, 'A1+'],
        [MINUTE_MS, 'B1+'],
        [90_000, 'B1-'],
        [130 * MINUTE_MS, 'B1+'],
      ],
      { maxPerHour: 1 },
    ),
  ],
  summary: [
    shift(storm, { maxPerHour: 2 }),
    shift([...storm, ...isOver], { maxPerHour: 1, clearMs: 60_000 }),
    shift(
      [
        [0, 'A1+'],
        [MINUTE_MS, 'B1+'],
        [90_000, 'B1-'],
        [90_000, 'B1+'],
        [MINUTE_MS, 'C1+'],
      ],
      { maxPerHour: 1, clearMs: 60_000 },
    ),
  ],
  told: [shift([[0, 'A1+']])],
} as const
