import { counted, quoted } from '@five-pillars/suite'

import { hangs, yes } from './answers.ts'
import { Bench } from './bench.ts'
import type { Options } from './bench.ts'
import type { Subject } from './checks.ts'
import { expectRate } from './rhythm.ts'
import { clockText, kindOf } from './words.ts'

/** More than fit in any pool that somebody may have for probes. */
const HUNG = Array.from({ length: 24 }, (_, index) => `h${index}`)
const PERIODS = 12

/** A target that hangs is down in time, and holds up nobody. */
export async function hungIsDown(subject: Subject): Promise<void> {
  for (const options of [
    { intervalMs: 1000, timeoutMs: 300, rise: 2, fall: 3 },
    { intervalMs: 1000, timeoutMs: 1000, rise: 2, fall: 2 },
    { intervalMs: 500, timeoutMs: 400, rise: 1, fall: 1 },
  ]) {
    await hungAmongOthers(subject, options, [...HUNG, 'A'])
    await hungAmongOthers(subject, options, ['A', ...HUNG])
  }
}

async function hungAmongOthers(
  subject: Subject,
  options: Options,
  ids: readonly string[],
): Promise<void> {
  const { intervalMs, timeoutMs, rise, fall } = options
  const bench = new Bench(subject, options, { answers: (id) => (id === 'A' ? yes : hangs) })
  for (const id of ids) bench.add(id)
  bench.start()
  const upMs = rise * intervalMs + timeoutMs
  const downMs = fall * intervalMs + timeoutMs
  await bench.pass(Math.min(upMs, downMs))
  expectBy(bench, upMs <= downMs ? ['A'] : HUNG, upMs <= downMs ? 'up' : 'down')
  await bench.pass(Math.abs(upMs - downMs))
  expectBy(bench, upMs <= downMs ? HUNG : ['A'], upMs <= downMs ? 'down' : 'up')
  await bench.pass(PERIODS * intervalMs)
  const spanMs = PERIODS * intervalMs
  expectRate(bench, 'A', intervalMs, spanMs, `beside ${counted(HUNG.length, 'target')} that hang`)
}

function expectBy(bench: Bench, ids: readonly string[], wanted: string): void {
  if (ids.length === 0) throw new Error('sentinel-health-checker-hung.ts: nobody')
  for (const id of ids) {
    const got = bench.status(id)
    if (got === wanted) continue
    const what = id === 'A' ? 'answers every probe' : 'hangs'
    const now = clockText(bench.time.now)
    const sentence = `${quoted(id)} ${what}, and is ${kindOf(got)} at ${now}`
    bench.brokenRhythm(`${sentence}: it must be ${wanted} by then.`, id)
  }
}
