import fc from 'fast-check'

import { Bench } from './bench.ts'
import type { Policy, Script, Setting } from './bench.ts'
import type { Subject } from './checks.ts'
import type { Ending } from './endings.ts'

/** Some calls of one caller, each so long after the one before. */
export interface Story {
  readonly policy: Policy
  readonly seed: number
  readonly calls: readonly (Script & { readonly gapMs: number })[]
}

/** Kinds of endings; `fails` and `answers` come with some status of theirs. */
export type Kind = 'answers' | 'fails' | 'rejects' | 'throws' | 'unsent' | 'hangs' | 'late'

/** Calls begin at microseconds of their own, so that no two of them ever compete for a token. */
const OWN_MS = 0.001

/** Deadlines lie between two milliseconds: no answer comes exactly at one. */
const HALF_MS = 0.5

const PER_TRY_MS = 300
const CALLS_MAX = 3

/** A story has some calls of some attempts each, and shows soon what is wrong. */
export const some = { factor: 0.4 }

export const ample = {
  maxAttempts: 4,
  baseMs: 100,
  capMs: 300,
  budgetRatio: 1,
  budgetBurst: 1000,
  perTryTimeoutMs: PER_TRY_MS,
} as const satisfies Policy

/** So long that it never matters. */
export const LONG_MS = 20_000

interface Options {
  /** How long calls may take, in whole milliseconds; default: long enough. */
  readonly forMs?: readonly number[]
  /** Whether some are not idempotent; default: none. */
  readonly isMixed?: boolean
  /** Whether servers ask to be left alone for a while; default: some do. */
  readonly asks?: boolean
}

/** Stories of calls whose attempts end in these ways. */
export function stories(
  kinds: readonly [Kind, ...Kind[]],
  { forMs = [LONG_MS], isMixed = false, asks = true }: Options = {},
): fc.Arbitrary<Story> {
  return storiesOf(
    fc.constantFrom(1, 2, 3, 5).map((maxAttempts) => ({ ...ample, maxAttempts })),
    fc.record({
      endings: endingsOf(kinds, asks),
      forMs: fc.constantFrom(...forMs).map((ms) => ms + HALF_MS),
      idempotent: isMixed ? fc.boolean() : fc.constant(true),
      gapMs: fc.constantFrom(0, 20, 150, 700),
    }),
    CALLS_MAX,
  )
}

/** Stories in which it matters how many retries may be made. */
export const budgetStories: fc.Arbitrary<Story> = storiesOf(
  fc
    .record({
      budgetRatio: fc.constantFrom(0, 0.25, 0.5, 1),
      budgetBurst: fc.constantFrom(0, 1, 2, 5),
      maxAttempts: fc.constantFrom(2, 3, 5),
    })
    .map((budget) => ({ ...ample, ...budget })),
  fc.record({
    endings: endingsOf(['fails', 'answers', 'rejects', 'unsent', 'hangs']),
    forMs: fc.constantFrom(LONG_MS, LONG_MS, 500, 200).map((ms) => ms + HALF_MS),
    idempotent: fc.constantFrom(true, true, true, false),
    gapMs: fc.constantFrom(0, 20, 150, 700, 2500),
  }),
  3 * CALLS_MAX,
)

function storiesOf(
  policy: fc.Arbitrary<Policy>,
  call: fc.Arbitrary<Script & { gapMs: number }>,
  maxLength: number,
): fc.Arbitrary<Story> {
  return fc.record({
    policy,
    seed: fc.nat({ max: 1_000_000 }),
    calls: fc.array(call, { minLength: 1, maxLength, size: 'max' }),
  })
}

function endingsOf(
  kinds: readonly [Kind, ...Kind[]],
  asks = true,
): fc.Arbitrary<Script['endings']> {
  const drawn = fc.record({
    kind: fc.constantFrom(...kinds),
    afterMs: fc.constantFrom(0, 40, PER_TRY_MS - 10),
    lateMs: fc.constantFrom(20, 130, 500),
    base: fc.constantFrom(200, 301, 404, 429),
    retryAfterMs: fc.constantFrom(undefined, undefined, undefined, ...(asks ? [0, 80, 900] : [])),
  })
  return fc.array(drawn, { minLength: 1, maxLength: 4, size: 'max' }).map((all) => {
    const [first, ...rest] = all.map((one, index) => endingOf(one, index))
    if (first === undefined) throw new Error('sentinel-retry-budget-stories.ts: no ending')
    return [first, ...rest]
  })
}

interface Drawn {
  readonly kind: Kind
  readonly afterMs: number
  readonly lateMs: number
  readonly base: number
  readonly retryAfterMs: number | undefined
}

/** Statuses tell the attempts of a call apart. */
function endingOf({ kind, afterMs, lateMs, base, retryAfterMs }: Drawn, index: number): Ending {
  const asks = retryAfterMs === undefined ? {} : { retryAfterMs }
  switch (kind) {
    case 'answers':
      return { kind: 'answers', status: base + index, ...asks, afterMs }
    case 'fails':
      return { kind: 'answers', status: 500 + index, ...asks, afterMs }
    case 'rejects':
    case 'unsent':
      return { kind: 'rejects', isSent: kind === 'rejects', afterMs }
    case 'throws':
      return { kind: 'throws', isSent: base === 200 }
    case 'hangs':
      return { kind: 'hangs' }
    case 'late':
      return lateEnding(base, index, PER_TRY_MS + lateMs)
  }
}

/** Whatever an attempt may bring when it has timed out: an answer, a failure, an error. */
function lateEnding(base: number, index: number, afterMs: number): Ending {
  if (base === 200) return { kind: 'answers', status: 250 + index, afterMs }
  if (base === 301) return { kind: 'answers', status: 550 + index, afterMs }
  return { kind: 'rejects', isSent: base === 404, afterMs }
}

/** Plays a story to its end; one in which two things are at the same time by chance is left out. */
export async function playStory(
  subject: Subject,
  { policy, seed, calls }: Story,
  setting: Omit<Setting, 'seed'> = {},
): Promise<Bench> {
  const bench = new Bench(subject, policy, { seed, ...setting })
  for (const { gapMs, ...script } of calls) {
    await bench.pass(gapMs + OWN_MS)
    bench.call(script)
  }
  await bench.finish()
  fc.pre(!bench.isUnclear)
  return bench
}
