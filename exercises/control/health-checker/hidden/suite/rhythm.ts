import { counted, quoted } from '@five-pillars/suite'

import { hangs, yes } from './answers.ts'
import type { Answer } from './answers.ts'
import { Bench } from './bench.ts'
import type { Options } from './bench.ts'
import type { Subject } from './checks.ts'
import { oddIds } from './ids.ts'
import { answerText, clockText } from './words.ts'

const MINUTE_MS = 60_000
const options = { intervalMs: 1000, timeoutMs: 300, rise: 2, fall: 3 }

/** The first probe comes within one interval, whether its target or its checker came first. */
export async function probesSoon(subject: Subject): Promise<void> {
  for (const intervalMs of [1000, 70]) {
    const bench = new Bench(
      subject,
      { ...options, intervalMs, timeoutMs: 50 },
      { answers: () => yes },
    )
    const ids = ['A', 'B', 'C', ...oddIds]
    for (const id of ids) bench.add(id)
    await bench.pass(10)
    bench.start()
    await expectProbed(bench, ids, 'the start')
    await bench.pass(333)
    const more = ['D', 'E', 'F', 'G']
    for (const id of more) bench.add(id)
    await expectProbed(bench, more, 'its add')
    await bench.pass(150)
    bench.stop()
    await bench.pass(2500)
    bench.start()
    await expectProbed(bench, [...ids, ...more], 'the start after a stop')
    bench.remove('B')
    bench.add('B')
    await expectProbed(bench, ['B'], 'its second add')
  }
}

/** Each of them is probed within one interval from now. */
async function expectProbed(bench: Bench, ids: readonly string[], event: string): Promise<void> {
  const since = bench.time.now
  await bench.pass(bench.options.intervalMs)
  const left = ids.find((id) => bench.probesOf(id, since).length === 0)
  if (left === undefined) return
  const sentence = `${quoted(left)} was not probed within one interval of ${event}`
  bench.brokenRhythm(`${sentence}, which was at ${clockText(since)}.`, left)
}

/** 60 probes a minute, whatever they bring and however long they take. */
export async function keepsTime(subject: Subject): Promise<void> {
  const cases: [Answer, Partial<Options>][] = [
    [{ kind: 'yes', afterMs: 250 }, {}],
    [{ kind: 'yes', afterMs: 950 }, { timeoutMs: 1000 }],
    [{ kind: 'no', afterMs: 250 }, {}],
    [{ kind: 'rejects', afterMs: 250 }, {}],
    [{ kind: 'throws' }, {}],
    [hangs, {}],
    [hangs, { timeoutMs: 1000 }],
    [{ kind: 'yes', afterMs: 700 }, {}],
  ]
  for (const [answer, changed] of cases) {
    const bench = new Bench(subject, { ...options, ...changed }, { answers: () => answer })
    bench.add('A')
    bench.start()
    await bench.pass(MINUTE_MS + 2 * options.intervalMs)
    expectRate(bench, 'A', options.intervalMs, MINUTE_MS, describe(answer))
  }
}

function describe(answer: Answer): string {
  const after = 'afterMs' in answer ? ` after ${clockText(answer.afterMs)}` : ''
  return `which ${answerText(answer)}${after}`
}

/** So many probes in a span of time as it has intervals, one more or less. */
export function expectRate(
  bench: Bench,
  id: string,
  since: number,
  spanMs: number,
  what = '',
): void {
  const wanted = Math.round(spanMs / bench.options.intervalMs)
  const got = bench.probesOf(id, since, since + spanMs).length
  if (Math.abs(got - wanted) <= 1) return
  const name = what === '' ? quoted(id) : `${quoted(id)}, ${what},`
  const sentence = `${name} got ${counted(got, 'probe')} in ${clockText(spanMs)}`
  bench.brokenRhythm(`${sentence}, and must get ${wanted}.`, id)
}

if (MINUTE_MS < options.intervalMs) throw new Error('sentinel-health-checker-rhythm.ts')
