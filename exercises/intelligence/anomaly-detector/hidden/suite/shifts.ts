import { VirtualTime } from '@five-pillars/simulator'
import { kept } from '@five-pillars/suite'
import fc from 'fast-check'

import type { Subject } from '../../scenario.ts'
import { HOUR_MS } from './page-book.ts'
import type { Limits } from './page-book.ts'
import { Pager } from './pager.ts'
import type { Look } from './pager.ts'

/** After a while a source is fed. */
export interface Step {
  /** Whole seconds. */
  readonly afterMs: number
  readonly source: string
  readonly anomaly: boolean
}

/** What somebody on call goes through. */
export interface Shift {
  readonly limits: Limits
  readonly startMs: number
  readonly steps: readonly Step[]
  /** The group of each source. */
  readonly groups: ReadonlyMap<string, string>
}

const STEPS_MAX = 24
const SOURCES = 2
const GAPS = 13

const pools: readonly (readonly string[])[] = [
  ['A', 'B', 'C', 'D'],
  ['A', 'A/0', 'A0', 'a'],
  ['constructor', '__proto__', '', 'toString'],
  ['10', '2', 'null', 'undefined'],
]

/** Sources of one group have names that say nothing of it. */
const sourceNames = ['db-1', 'db-2', 'A', 'web', '', '__proto__', '10', 'undefined']

export const shifts: fc.Arbitrary<Shift> = kept(
  fc
    .record({
      forMs: fc.constantFrom(60_000, 5000, 600_000),
      clearMs: fc.constantFrom(300_000, 60_000, 1_800_000),
      maxPerHour: fc.constantFrom(1, 2, 3, 2, 10),
      startMs: fc.constantFrom(0, 1_700_000_000_000),
      pool: fc.constantFrom(...pools),
      groups: fc.integer({ min: 1, max: 4 }),
      steps: fc.array(
        fc.record({
          gap: fc.nat({ max: GAPS - 1 }),
          group: fc.nat({ max: 3 }),
          source: fc.nat({ max: SOURCES - 1 }),
          anomaly: fc.constantFrom(true, true, false),
        }),
        { minLength: 1, maxLength: STEPS_MAX, size: 'max' },
      ),
    })
    .map(({ forMs, clearMs, maxPerHour, startMs, pool, groups, steps }) => {
      const gaps = gapsOf(forMs, clearMs)
      return {
        limits: { forMs, clearMs, maxPerHour },
        startMs,
        groups: new Map(
          pool.flatMap((name, group) =>
            Array.from({ length: SOURCES }, (_, source) => [nameOf(group, source), name] as const),
          ),
        ),
        steps: steps.map((step) => ({
          afterMs: gaps[step.gap] ?? 0,
          source: nameOf(step.group % groups, step.source),
          anomaly: step.anomaly,
        })),
      }
    }),
)

function nameOf(group: number, source: number): string {
  return sourceNames[group * SOURCES + source] ?? ''
}

/** Around the ends of the two times, and some of an hour. */
function gapsOf(forMs: number, clearMs: number): readonly number[] {
  const around = [forMs - 1000, forMs, forMs + 1000, clearMs - 1000, clearMs, clearMs + 1000]
  const ordinary = [1000, 0, forMs / 2, clearMs / 2, HOUR_MS / 4, HOUR_MS / 2, HOUR_MS]
  return [...ordinary, ...around].map((ms) => Math.floor(ms / 1000) * 1000)
}

/**
 * Plays a shift. The nth step, from 0, is n milliseconds late, and all times are whole seconds, so that
 * never two things are due in one millisecond.
 */
export async function playShift(
  subject: Subject,
  { limits, startMs, steps, groups }: Shift,
  look: Look,
): Promise<void> {
  const time = new VirtualTime(startMs)
  const pager = new Pager(subject, limits, { groupOf: (id) => groupOf(groups, id), look, time })
  for (const [nth, { afterMs, source, anomaly }] of steps.entries()) {
    await pager.pass(afterMs + (nth === 0 ? 0 : 1))
    pager.feed(source, anomaly)
  }
  await pager.pass(limits.forMs + HOUR_MS + 1000)
}

function groupOf(groups: ReadonlyMap<string, string>, source: string): string {
  const name = groups.get(source)
  if (name !== undefined) return name
  throw new Error('sentinel-anomaly-detector-shifts.ts: a source has a group')
}
