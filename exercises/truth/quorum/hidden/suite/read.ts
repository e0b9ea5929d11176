import { quoted } from '@five-pillars/suite'
import fc from 'fast-check'

import type { Reply } from '../../src/quorum.ts'
import { allNames, names } from './names.ts'

/** The replies to one read, and how many replicas it takes. */
export interface Read {
  readonly replies: readonly Reply<unknown>[]
  readonly r: number
}

const REPLIES_MAX = 8
const REPLICAS_MAX = 6

/** Zero, numbers that sort as text the other way round, and two that differ beyond 32 bits. */
const TIMES = [1, 2, 3, 0, 9, 10, 2 ** 40, 2 ** 40 + 1]

/** All of them different, and most of them falsy. */
const ODD_VALUES = [0, '', false, null, undefined, '0', 'null', 'x']

type Write = (place: number, time: number) => unknown

/**
 * What was written at a time: by one writer, by two at once, values that come back, or values that
 * look like none.
 */
const writes: fc.Arbitrary<Write> = fc.constantFrom<Write[]>(
  (_, time) => `v${TIMES[time]}`,
  (place, time) => `v${TIMES[time]}${'abcdef'[place]}`,
  (_, time) => (time % 2 === 0 ? 'x' : 'y'),
  (_, time) => ODD_VALUES[time],
)

const answers = fc.record({
  place: fc.nat({ max: REPLICAS_MAX - 1 }),
  time: fc.nat({ max: TIMES.length - 1 }),
})

/** Most reads get as many replicas as they need; where times are few, many have the same. */
export const reads: fc.Arbitrary<Read> = fc
  .record({
    pool: names,
    write: writes,
    given: fc.array(answers, { maxLength: REPLIES_MAX, size: 'max' }),
    times: fc.integer({ min: 1, max: TIMES.length }),
    share: fc.nat({ max: 59 }),
    missing: fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.constantFrom(1, 2) },
    ),
  })
  .map(({ pool, write, given, times, share, missing }) => {
    const ids = allNames(pool)
    const replicas = new Set(given.map(({ place }) => place)).size
    return {
      replies: given.map(({ place, time }) => replyOf(ids, place, time % times, write)),
      r: missing === 0 && replicas > 0 ? 1 + (share % replicas) : replicas + Math.max(1, missing),
    }
  })

function replyOf(
  ids: readonly string[],
  place: number,
  time: number,
  write: Write,
): Reply<unknown> {
  const id = ids[place]
  const ts = TIMES[time]
  if (id === undefined || ts === undefined)
    throw new Error('sentinel-quorum-read.ts: nobody, never')
  return { id, ts, value: write(place, time) }
}

/** `A ts 3 "v3"`. */
export function replyText({ id, ts, value }: Reply<unknown>): string {
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value)
  return `${quoted(id)} ts ${ts} ${text}`
}
