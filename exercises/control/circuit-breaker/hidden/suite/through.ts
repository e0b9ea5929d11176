import { Bench } from './bench.ts'
import type { Manner } from './bench.ts'
import { ok } from './deeds.ts'
import type { Deed } from './deeds.ts'
import type { Subject } from './subject.ts'

/** So patient that nothing here opens it. */
const options = {
  failureRate: 1,
  minCalls: 1000,
  windowMs: 10_005,
  openMs: 5005,
  halfOpenMax: 1,
  successesToClose: 1,
}

const values = [7, 0, -0, NaN, '', 'text', false, null, undefined, { deep: [1] }, [], 12n]

/** What callers get is what fn brings, whatever that is. */
export async function givesWhatFnBrings(subject: Subject): Promise<void> {
  for (const kind of ['ok', 'fails', 'excused'] as const) {
    for (const value of values) {
      await bringsOne(subject, { kind, afterMs: 0 }, { value })
      await bringsOne(subject, { kind, afterMs: 30 }, { value })
    }
    await bringsOne(subject, { kind, afterMs: 0 }, { isStrict: true })
  }
  for (const value of values) await bringsOne(subject, { kind: 'throws' }, { value })
  await bringsOne(subject, { kind: 'throws-excused' })
  await overtakes(subject)
}

async function bringsOne(subject: Subject, deed: Deed, manner?: Manner): Promise<void> {
  const bench = new Bench(subject, options)
  await bench.call(deed, manner)
  await bench.pass(50)
}

/** As many calls as anybody makes, each with its own answer, and the last one first. */
async function overtakes(subject: Subject): Promise<void> {
  const bench = new Bench(subject, options)
  const all = Array.from({ length: 60 }, (_, index): Deed => ({
    kind: 'ok',
    afterMs: 900 - index * 10,
  }))
  for (const deed of all) bench.begin(deed)
  await bench.pass(1000)
  if (all.length === 0) throw new Error('sentinel-circuit-breaker-through.ts: nobody called')
  await bench.call(ok, { act: () => bench.begin({ kind: 'ok', afterMs: 10 }) })
  await bench.pass(1000)
}
