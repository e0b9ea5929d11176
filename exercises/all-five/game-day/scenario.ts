import { simulate } from '@five-pillars/simulator'
import type { Invariant, Scenario, Trace } from '@five-pillars/simulator'

import { playDay } from './day.ts'
import { assertParts } from './parts.ts'
import { scoreOf } from './score.ts'
import type { Score } from './score.ts'
import { sheetOf } from './sheet.ts'
import type { Sheet } from './sheet.ts'
import type { ShopMessage } from './shop/messages.ts'
import { shopWorld } from './shop/shop.ts'
import type { ShopSettings, Subject } from './shop/shop.ts'
import { readTuning } from './tuning.ts'

/** A shop to watch: three workers, one shard, and one millisecond for twenty. */
const smallShop: ShopSettings = {
  machines: 3,
  shards: 1,
  workMs: 12,
  diskMs: 3,
  hopMs: 2,
  goodMs: 40,
  giveUpMs: 100,
  samplingMs: 250,
  bootMs: [400, 600],
  adds: 0.5,
  visitors: 3,
  goodShare: 0.75,
  scaler: { target: 0.65, tolerance: 0.1, stabilizationDownMs: 3000 },
  checker: { intervalMs: 150, timeoutMs: 50, rise: 2, fall: 2 },
  reportMs: 50,
}

/** Three visitors put things into their carts while machines crash and lose sight of each other. */
export function scenario(subject: Subject): Scenario<ShopMessage> {
  if (!('parts' in subject)) throw new Error('A shop needs five parts: npx five-pillars game-day')
  return simulate({
    ...shopWorld(subject, smallShop, () => ({ requestsPerMs: 0.03, isMeasured: true })),
    faults: ['crash', 'isolate'],
    faultsMax: 3,
    runMs: 1800,
    always: [nothingIsLost],
    // Few enough machines to watch each of them: on a circle, without the counters of a long day.
    show: {},
  })
}

const nothingIsLost: Invariant<ShopMessage> = {
  text: 'no acknowledged cart line is lost',
  watch: () => ({
    emit({ event, data }) {
      return event === 'lost' ? `a line is not there any more: ${wordsOf(data)}` : null
    },
  }),
}

function wordsOf(lost: unknown): string {
  const { cart, line } = isLine(lost) ? lost : { cart: 'a cart', line: '?' }
  return `line ${line} of ${cart}`
}

function isLine(lost: unknown): lost is { cart: string; line: number } {
  return typeof lost === 'object' && lost !== null && 'cart' in lost && 'line' in lost
}

interface GameDay {
  readonly sheet: Sheet
  readonly score: Score
  /** What is seen of the day from afar: who is ill, who returns, how many work. */
  readonly trace: Trace | null
}

/** Plays a day with parts of anybody, and scores it. */
export async function gameDay(
  { tuning, parts }: Subject,
  { seed, replaced, isRecorded }: { seed: number; replaced: number; isRecorded: boolean },
): Promise<GameDay> {
  const subject = { tuning: readTuning(tuning), parts: { ...parts } }
  assertParts(subject.parts)
  const report = await playDay(subject, { seed, full: isRecorded })
  const sheet = sheetOf(report)
  return {
    sheet,
    score: scoreOf(sheet, replaced),
    trace: isRecorded && report.trace !== null ? fromAfar(report.trace) : null,
  }
}

/** A day has a hundred thousand messages: a player shows what came of them. */
function fromAfar(trace: Trace): Trace {
  const events = trace.events.filter((event) => {
    if (event.kind === 'emit') return event.event !== 'served' && event.event !== 'failed'
    return !['send', 'deliver', 'lose', 'timer'].includes(event.kind)
  })
  return { ...trace, events }
}
