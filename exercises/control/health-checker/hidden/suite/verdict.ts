import { counted, holdsLater, quoted } from '@five-pillars/suite'
import fc from 'fast-check'

import { hangs, inTime, late, no, yes } from './answers.ts'
import type { Answer } from './answers.ts'
import { auditStatus } from './audit.ts'
import { Bench } from './bench.ts'
import type { Options, Setting } from './bench.ts'
import type { Subject } from './checks.ts'
import { clockText } from './words.ts'

const INTERVAL_MS = 1000
const ANSWERS_MAX = 10
const few = fc.integer({ min: 1, max: 3 })

/** Unknown stays unknown until rise successes or fall failures in a row. */
export async function unknownUntilProven(subject: Subject): Promise<void> {
  for (const [rise, fall] of [
    [2, 3],
    [3, 2],
    [1, 1],
    [3, 1],
    [1, 3],
  ] as const) {
    const options = { intervalMs: INTERVAL_MS, timeoutMs: 300, rise, fall }
    for (const answer of [yes, no]) {
      await playScripts(subject, options, [Array.from({ length: 5 }, () => answer)])
    }
    await playScripts(subject, options, [
      [yes, no, yes, no, no, yes, yes, no, no, no, yes, yes, yes],
    ])
  }
}

/** Any mix of good and bad answers changes a status exactly when enough of them are in a row. */
export function countsRows(subject: Subject): Promise<void> {
  return scripts(subject, ['yes', 'no'], 300)
}

/** A rejection and a throw are as bad as a false. */
export function countsErrors(subject: Subject): Promise<void> {
  return scripts(subject, ['yes', 'rejects', 'throws', 'no'], 300)
}

/** Whoever does not answer in time has failed at the timeout, and whatever comes later is nothing. */
export async function timesOut(subject: Subject): Promise<void> {
  const options = { intervalMs: INTERVAL_MS, timeoutMs: 300, rise: 2, fall: 3 }
  await playScripts(subject, options, [[yes, yes, hangs, hangs, hangs, yes, yes, hangs]])
  await playScripts(subject, { ...options, timeoutMs: INTERVAL_MS }, [[hangs, hangs, hangs, yes]])
  await holdsLater(
    [few, few, fc.constantFrom(300, INTERVAL_MS).chain(withLateness)],
    (rise, fall, { timeoutMs, answers }) =>
      playScripts(subject, { intervalMs: INTERVAL_MS, timeoutMs, rise, fall }, answers),
    { factor: 0.6 },
  )
}

function withLateness(timeoutMs: number): fc.Arbitrary<{ timeoutMs: number; answers: Answer[][] }> {
  const answer = fc.oneof(
    { weight: 3, arbitrary: inTime(['yes', 'no'], timeoutMs) },
    { weight: 3, arbitrary: late(timeoutMs, INTERVAL_MS) },
    { weight: 1, arbitrary: fc.constant(hangs) },
  )
  return scriptsOf(answer).map((answers) => ({ timeoutMs, answers }))
}

function scripts(
  subject: Subject,
  kinds: readonly Answer['kind'][],
  timeoutMs: number,
): Promise<void> {
  return holdsLater(
    [few, few, scriptsOf(inTime(kinds, timeoutMs))],
    (rise, fall, answers) =>
      playScripts(subject, { intervalMs: INTERVAL_MS, timeoutMs, rise, fall }, answers),
    { factor: 0.5 },
  )
}

/** What one or two targets answer. */
function scriptsOf(answer: fc.Arbitrary<Answer>): fc.Arbitrary<Answer[][]> {
  const script = fc.array(answer, { minLength: 1, maxLength: ANSWERS_MAX, size: 'max' })
  return fc.array(script, { minLength: 1, maxLength: 2 })
}

/** Plays what each target answers to its end, with an eye on `status`. */
async function playScripts(
  subject: Subject,
  options: Options,
  answers: readonly (readonly Answer[])[],
): Promise<void> {
  const names = ['A', 'B'].slice(0, answers.length)
  const longest = Math.max(...answers.map(({ length }) => length))
  const bench = new Bench(subject, options, {
    answers: (id, nth) => {
      const script = answers[names.indexOf(id)] ?? []
      return script[nth] ?? script.at(-1) ?? hangs
    },
    look: auditStatus(names),
  } satisfies Setting)
  for (const name of names) bench.add(name)
  bench.look()
  bench.start()
  await playOn(bench, names, longest)
}

/** Lets time pass until each target was probed so often; how fast is another promise. */
async function playOn(bench: Bench, names: readonly string[], probes: number): Promise<void> {
  const { intervalMs } = bench.options
  const isDone = (): boolean => names.every((name) => bench.probesOf(name).length > probes)
  for (let intervals = 0; intervals <= 3 * probes && !isDone(); intervals++) {
    await bench.pass(intervalMs)
  }
  const left = names.find((name) => bench.probesOf(name).length <= probes)
  if (left === undefined) return
  const times = bench.probesOf(left).length
  if (probes < 1) throw new Error('sentinel-health-checker-verdict.ts: nothing to play')
  const sentence = `${quoted(left)} was probed ${counted(times, 'time')} in ${clockText(bench.time.now)}`
  bench.brokenRhythm(`${sentence}: it is to be probed every ${clockText(intervalMs)}.`, left)
}
