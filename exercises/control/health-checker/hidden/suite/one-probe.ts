import { holdsLater, quoted } from '@five-pillars/suite'
import fc from 'fast-check'

import { hangs, inTime, late } from './answers.ts'
import { Bench } from './bench.ts'
import type { Subject } from './checks.ts'
import { clockText } from './words.ts'

const INTERVAL_MS = 1000
const ROUNDS = 8

/** While a probe of a target is under way, no other one of it begins. */
export function oneAtATime(subject: Subject): Promise<void> {
  const cases = fc.constantFrom(300, 900, INTERVAL_MS).chain((timeoutMs) => {
    const answer = fc.oneof(
      inTime(['yes', 'no', 'rejects', 'throws'], timeoutMs),
      late(timeoutMs, INTERVAL_MS),
      fc.constant(hangs),
    )
    return fc.record({
      timeoutMs: fc.constant(timeoutMs),
      answers: fc.array(answer, { minLength: 1, maxLength: ROUNDS }),
      addedMs: fc.constantFrom(0, 250, 1700),
    })
  })
  return holdsLater(
    [cases],
    ({ timeoutMs, answers, addedMs }) => {
      const options = { intervalMs: INTERVAL_MS, timeoutMs, rise: 2, fall: 2 }
      const bench = new Bench(subject, options, {
        answers: (_, nth) => answers[nth % answers.length] ?? hangs,
        look: ({ overlaps: [probe] }) => {
          if (probe === undefined) return
          bench.broken(`A probe of ${quoted(probe.id)} began while another one was under way.`)
        },
      })
      return play(bench, addedMs)
    },
    { factor: 0.3 },
  )
}

async function play(bench: Bench, addedMs: number): Promise<void> {
  bench.add('A')
  bench.start()
  await bench.pass(addedMs)
  bench.add('B')
  await bench.pass(ROUNDS * INTERVAL_MS)
  const left = ['A', 'B'].find((id) => bench.probesOf(id).length < 2)
  if (left === undefined) return
  if (ROUNDS < 4) throw new Error('sentinel-health-checker-one-probe.ts: too few rounds')
  bench.broken(`${quoted(left)} got no second probe in ${clockText(bench.time.now)}.`)
}
