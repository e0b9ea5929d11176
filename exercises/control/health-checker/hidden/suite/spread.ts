import { BrokenPromise, counted } from '@five-pillars/suite'

import { yes } from './answers.ts'
import { Bench } from './bench.ts'
import type { Subject } from './checks.ts'
import { clockText } from './words.ts'

export const TARGETS = 100

/** So many of a hundred targets may be probed in the same millisecond. */
export const TOGETHER_MAX = 20

const options = { intervalMs: 1000, timeoutMs: 300, rise: 2, fall: 3 }
const ROUNDS = 3

/** A way in which a hundred targets come to be there. */
export type Arrival = (bench: Bench, ids: readonly string[]) => Promise<void>

/** Before the start, after it, or half and half, with a stop in between. */
export const arrivals: Readonly<Record<string, Arrival>> = {
  'added before start': async (bench, ids) => {
    for (const id of ids) bench.add(id)
    bench.start()
    await bench.pass(0)
  },
  'added after start, all at once': async (bench, ids) => {
    bench.start()
    await bench.pass(1234)
    for (const id of ids) bench.add(id)
  },
  'half of them added later': async (bench, ids) => {
    for (const id of ids.slice(0, TARGETS / 2)) bench.add(id)
    bench.start()
    await bench.pass(options.intervalMs * 2)
    for (const id of ids.slice(TARGETS / 2)) bench.add(id)
  },
  'started again after a stop': async (bench, ids) => {
    for (const id of ids) bench.add(id)
    bench.start()
    await bench.pass(options.intervalMs * 2)
    bench.stop()
    await bench.pass(options.intervalMs * 2)
    bench.start()
  },
}

/** A hundred targets are not probed all at once, in no round and however they came. */
export async function spreadsProbes(subject: Subject): Promise<void> {
  for (const [how, arrive] of Object.entries(arrivals)) {
    const { most, at } = await busiest(subject, arrive)
    if (most <= TOGETHER_MAX) continue
    const what = `${TARGETS} targets, ${how}: ${counted(most, 'probe')}`
    throw new BrokenPromise(
      [
        `${what} began within the same millisecond, at ${clockText(at)}.`,
        `  (interval ${clockText(options.intervalMs)}: at most ${TOGETHER_MAX} at a time)`,
      ].join('\n'),
    )
  }
}

/** Most probes that begin in one millisecond. */
export async function busiest(
  subject: Subject,
  arrive: Arrival,
  name: (index: number) => string = (index) => `t${index}`,
): Promise<{ most: number; at: number }> {
  const bench = new Bench(subject, options, { answers: () => yes })
  const ids = Array.from({ length: TARGETS }, (_, index) => name(index))
  await arrive(bench, ids)
  await bench.pass(ROUNDS * options.intervalMs)
  const perMs = new Map<number, number>()
  for (const { at } of bench.probes) perMs.set(Math.floor(at), (perMs.get(Math.floor(at)) ?? 0) + 1)
  const [at, most] = [...perMs].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])
  if (bench.probes.length < TARGETS * (ROUNDS - 1)) {
    bench.broken(`${TARGETS} targets got ${counted(bench.probes.length, 'probe')} in three rounds.`)
  }
  if (most === 0) throw new Error('sentinel-health-checker-spread.ts: nobody was probed')
  return { most, at }
}
