import { BrokenPromise, holdsLater } from '@five-pillars/suite'
import fc from 'fast-check'

import { auditGoesOn, auditWaits } from './audits.ts'
import { Bench } from './bench.ts'
import { longestWait } from './called.ts'
import type { Subject } from './checks.ts'
import type { Ending } from './endings.ts'
import { ample, LONG_MS, playStory, some, stories } from './stories.ts'
import type { Story } from './stories.ts'
import { clockText } from './words.ts'

/** Four waits on the way to the cap, and four at it. */
const jittered = { ...ample, baseMs: 50, capMs: 800, budgetBurst: 2000, maxAttempts: 9 } as const
const CALLS = 120

/**
 * How far the shares of waits may be from even, and how alike two waits of one call may be.
 * `authors/thresholds.json` has what correct and wrong solutions come to.
 */
export const JITTER = { unevenMax: 0.13, alikeMax: 0.6 } as const

/** Whoever keeps a list of waits has one for each of these. */
const ATTEMPTS_MAX = 40

const fails = { kind: 'answers', status: 503, afterMs: 90 } as const satisfies Ending

export interface Spread {
  /** The largest distance between the waits, as shares of the longest, and an even spread. */
  readonly uneven: number
  /** At this share of the longest wait. */
  readonly at: number
  /** The share of waits that are at most that. */
  readonly share: number
  /** The correlation between the first two waits of a call. */
  readonly alike: number
}

/** Waits are spread evenly, each drawn anew. */
export async function waitsEvenly(subject: Subject): Promise<void> {
  const { seed = 0 } = fc.readConfigureGlobal()
  const { uneven, at, share, alike } = await spreadOf(subject, seed)
  const given = `  (${CALLS} calls that fail each time: baseMs ${jittered.baseMs}, capMs ${jittered.capMs})`
  if (uneven > JITTER.unevenMax) {
    const how = share < at ? 'shorter than' : 'at most'
    const waits = `${percent(share)} of the waits are ${how} ${percent(at)} of the longest`
    throw new BrokenPromise(`Waits are not spread evenly: ${waits}.\n${given}`)
  }
  if (Math.abs(alike) <= JITTER.alikeMax) return
  const sentence =
    'From the first wait of a call one can tell the second: each is to be drawn anew.'
  throw new BrokenPromise(`${sentence}\n${given}`)
}

/** How the waits of many calls are spread. */
export async function spreadOf(subject: Subject, seed: number): Promise<Spread> {
  const bench = new Bench(subject, jittered, { seed })
  const calls = Array.from({ length: CALLS }, () => {
    return bench.call({ endings: [fails], forMs: 60_000, idempotent: true })
  })
  await bench.finish()
  const waits = calls.map(({ tries }) => {
    return tries.slice(1).map(({ at, nth }, index) => {
      return (at - (tries[index]?.endsAt ?? NaN)) / longestWait(nth - 1, jittered)
    })
  })
  const all = waits.flat()
  if (all.length < 2 * CALLS) bench.broken('Calls that fail are not tried again.', bench.anyCall)
  const [first, second] = [0, 1].map((place) => waits.map((shares) => shares[place] ?? 0))
  return { ...unevenness(all), alike: correlation(first ?? [], second ?? []) }
}

/** The Kolmogorov–Smirnov distance from an even spread over 0 to 1. */
function unevenness(shares: readonly number[]): Omit<Spread, 'alike'> {
  const sorted = shares.toSorted((a, b) => a - b)
  let worst = { uneven: 0, at: 0, share: 0 }
  for (const [index, at] of sorted.entries()) {
    for (const share of [index / sorted.length, (index + 1) / sorted.length]) {
      const uneven = Math.abs(at - share)
      if (uneven > worst.uneven) worst = { uneven, at, share }
    }
  }
  return worst
}

function correlation(xs: readonly number[], ys: readonly number[]): number {
  const [meanX, meanY] = [mean(xs), mean(ys)]
  const together = mean(xs.map((x, index) => (x - meanX) * ((ys[index] ?? 0) - meanY)))
  const [spreadX, spreadY] = [
    mean(xs.map((x) => (x - meanX) ** 2)),
    mean(ys.map((y) => (y - meanY) ** 2)),
  ]
  // What never differs is as alike as can be.
  return spreadX * spreadY === 0 ? 1 : together / Math.sqrt(spreadX * spreadY)
}

function mean(values: readonly number[]): number {
  if (values.length === 0) throw new Error('sentinel-retry-budget-waiting.ts: no values')
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The longest wait doubles with each attempt, up to its cap, and never beyond. */
export async function waitsNoLonger(subject: Subject): Promise<void> {
  const kinds = ['fails', 'rejects', 'hangs', 'throws', 'unsent', 'late'] as const
  await auditStories(subject, stories(kinds, { asks: false }))
  const patient = new Bench(subject, { ...ample, maxAttempts: ATTEMPTS_MAX })
  const called = patient.call({ endings: [fails], forMs: 1_000_000, idempotent: true })
  await patient.finish()
  auditGoesOn(called, patient)
  auditWaits(called, patient)
}

/** Whoever asks to be left alone is, for so long, and once. */
export async function leavesAlone(subject: Subject): Promise<void> {
  for (const retryAfterMs of [50, 700, 5000]) {
    const bench = new Bench(subject, ample)
    const called = bench.call({
      endings: [{ ...fails, retryAfterMs }, fails, { ...fails, status: 200 }],
      forMs: 60_000,
      idempotent: true,
    })
    await bench.finish()
    if (called.tries.length === 1) {
      const asked = `the server asked for ${clockText(retryAfterMs)}`
      bench.broken(`No attempt followed: ${asked}, and there was time.`, called)
    }
    auditWaits(called, bench)
  }
  await auditStories(subject, stories(['fails', 'rejects'], { forMs: [LONG_MS, 500, 1000, 1500] }))
}

function auditStories(subject: Subject, all: fc.Arbitrary<Story>): Promise<void> {
  return holdsLater(
    [all],
    async (story) => {
      const bench = await playStory(subject, story)
      for (const called of bench.calls) auditWaits(called, bench)
    },
    some,
  )
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`
}
