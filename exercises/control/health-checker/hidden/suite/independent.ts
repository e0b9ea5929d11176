import { VirtualTime } from '@five-pillars/simulator'
import { BrokenPromise, quoted } from '@five-pillars/suite'

import { no, yes } from './answers.ts'
import type { Answer } from './answers.ts'
import { Bench } from './bench.ts'
import type { Probe } from './bench.ts'
import type { Subject } from './checks.ts'
import { clockText, kindOf } from './words.ts'

const options = { intervalMs: 1000, timeoutMs: 300, rise: 1, fall: 1 }

/** A checker depends on its own calls, its clock and its probe alone. */
export async function dependsOnItsOwn(subject: Subject): Promise<void> {
  await sharesNothing(subject)
  const before = await timesOf(subject)
  await timesOf(subject)
  expectSame(before, await timesOf(subject))
}

/** Two checkers of one time. */
async function sharesNothing(subject: Subject): Promise<void> {
  const time = new VirtualTime()
  const first = new Bench(subject, options, { answers: alwaysYes, time })
  first.add('A')
  first.start()
  await first.pass(2000)
  const second = new Bench(subject, options, { answers: alwaysYes, time })
  const known = second.status('A')
  if (known !== 'unknown') second.broken(`A new checker says that A is ${kindOf(known)}.`)
  second.start()
  second.add('B')
  await first.pass(2000)
  const [stray] = second.strays
  if (stray !== undefined) second.broken(`A checker probes ${quoted(stray.id)} of another one.`)
  if (second.told.some(({ id }) => id !== 'B')) second.broken('A checker tells of another one.')
  second.stop()
  const probes = first.probes.length
  await first.pass(2000)
  if (first.probes.length === probes) first.broken('The stop of another checker stops this one.')
  if (first.told.some(({ id }) => id !== 'A')) first.broken('A checker tells of another one.')
}

function alwaysYes(): Answer {
  return yes
}

/** When the probes of the same story begin. */
async function timesOf(subject: Subject): Promise<readonly Probe[]> {
  const bench = new Bench(subject, options, { answers: (_, nth) => (nth % 3 === 0 ? no : yes) })
  for (const id of ['A', 'B', 'C', 'D']) bench.add(id)
  bench.start()
  await bench.pass(700)
  bench.add('E')
  await bench.pass(2300)
  return bench.probes
}

function expectSame(before: readonly Probe[], after: readonly Probe[]): void {
  for (const [index, { id, at }] of before.entries()) {
    const other = after[index]
    if (other?.id === id && other.at === at) continue
    const then = other === undefined ? 'nobody' : `${other.id} at ${clockText(other.at)}`
    throw notSame(`${id} at ${clockText(at)}`, then, index + 1)
  }
}

function notSame(first: string, then: string, nth: number): Error {
  if (nth < 1) throw new Error('sentinel-health-checker-independent.ts: probes count from 1')
  return new BrokenPromise(
    `The same calls were made of two checkers. Probe ${nth} went to ${first}, and then to ${then}.`,
  )
}
