import { Bench } from './bench.ts'
import { fails, hangs, ok, throws } from './deeds.ts'
import type { Deed } from './deeds.ts'
import { openIt } from './opened.ts'
import type { Options, Subject } from './subject.ts'

const base = {
  failureRate: 0.5,
  minCalls: 2,
  windowMs: 10_005,
  halfOpenMax: 1,
  successesToClose: 2,
}

const openings = [
  { ...base, openMs: 495 },
  { ...base, openMs: 5005, minCalls: 1 },
  { ...base, openMs: 20_005, windowMs: 1005 },
]

/** As long as it is open, nobody is called, and callers are told so at once. */
export async function refusesWhileOpen(subject: Subject): Promise<void> {
  for (const options of openings) {
    const bench = new Bench(subject, options)
    await openIt(bench)
    for (const deed of [ok, fails, throws, hangs]) await bench.call(deed)
    for (let times = 0; times < 8; times++) bench.begin({ kind: 'ok', afterMs: 10 })
    for (let passed = 0; passed < options.openMs - 100; passed += options.openMs / 5 - 9) {
      await bench.pass(options.openMs / 5 - 9)
      await bench.call(ok)
    }
  }
}

/** Half-open after openMs, to the millisecond, whoever asks and whoever does not. */
export async function halfOpensInTime(subject: Subject): Promise<void> {
  for (const options of openings) {
    for (const startMs of [0, 50_000]) {
      for (const asks of [0, 1, 7]) await waitsForHalfOpen(subject, options, { startMs, asks })
    }
  }
}

async function waitsForHalfOpen(
  subject: Subject,
  options: Options,
  { startMs, asks }: { startMs: number; asks: number },
): Promise<void> {
  const bench = new Bench(subject, options, { startMs })
  await openIt(bench)
  const step = Math.floor(options.openMs / (asks + 1))
  for (let times = 0; times < asks; times++) {
    await bench.pass(step)
    await bench.call(refused(times))
  }
  await bench.pass(options.openMs - asks * step - 1)
  await bench.pass(1)
  await bench.call({ kind: 'ok', afterMs: 10 })
  if (asks > 7) throw new Error('sentinel-circuit-breaker-open.ts: a short story')
}

/** What nobody is asked for. */
function refused(times: number): Deed {
  return times % 2 === 0 ? fails : ok
}
