import { counted } from '@five-pillars/suite'

import { durationOf, hangs, no, yes } from './answers.ts'
import type { Answer } from './answers.ts'
import { Bench } from './bench.ts'
import type { Subject } from './checks.ts'
import { clockText } from './words.ts'

const options = { intervalMs: 1000, timeoutMs: 600, rise: 2, fall: 2 }
const STEP_MS = 10

/** Whoever stops between two probes leaves no timer behind. */
export async function leavesNoTimer(subject: Subject): Promise<void> {
  for (const answer of [yes, no, { kind: 'rejects', afterMs: 20 }, { kind: 'throws' }] as const) {
    await stopsBetween(subject, answer, () => {})
  }
  await stopsBetween(subject, hangs, () => {})
  await stopsBetween(subject, yes, (bench) => {
    bench.remove('B')
    bench.add('B')
    bench.remove('C')
    bench.start()
  })
  await stopsAmidst(subject)
}

/** Stops where no probe is under way. */
async function stopsBetween(
  subject: Subject,
  answer: Answer,
  act: (bench: Bench) => void,
): Promise<void> {
  const bench = new Bench(subject, options, { answers: () => answer })
  const ids = ['A', 'B', 'C']
  for (const id of ids) bench.add(id)
  bench.start()
  await bench.pass(3500)
  act(bench)
  await bench.pass(options.intervalMs)
  await passToGap(bench, durationOf(answer, options.timeoutMs))
  bench.stop()
  expectNone(bench, 'though no probe was under way when it was stopped')
}

/** Until no probe is under way: of three targets that hang, there may always be one. */
async function passToGap(bench: Bench, takesMs: number): Promise<void> {
  const isBusy = (): boolean => bench.probes.some(({ at }) => at + takesMs >= bench.time.now)
  for (const id of ['', 'C', 'B']) {
    if (id !== '') bench.remove(id)
    for (let ms = 0; ms < 2 * options.intervalMs; ms += STEP_MS) {
      if (!isBusy()) return
      await bench.pass(STEP_MS)
    }
  }
  bench.broken(`A probe takes ${clockText(takesMs)}, and there is always one under way.`)
}

/** Stops amidst a probe: its timeout may stay until it is over. */
async function stopsAmidst(subject: Subject): Promise<void> {
  const bench = new Bench(subject, options, { answers: () => hangs })
  bench.add('A')
  bench.start()
  while (bench.probes.length === 0 && bench.time.now < 2 * options.intervalMs) {
    await bench.pass(STEP_MS)
  }
  bench.stop()
  await bench.pass(options.timeoutMs)
  expectNone(bench, `though it was stopped ${clockText(options.timeoutMs)} ago`)
}

function expectNone(bench: Bench, when: string): void {
  if (bench.probes.length === 0) bench.broken('Nobody was probed.')
  const left = bench.time.timers
  if (left > 0) bench.broken(`The checker left ${counted(left, 'timer')} on the clock, ${when}.`)
  if (bench.isRunning) throw new Error('sentinel-health-checker-timers.ts: it was not stopped')
}
