import type { NodeId } from '@five-pillars/simulator'

import { Bench } from '../../bench.ts'
import type { Setup, Sent } from '../../bench.ts'
import type { Subject } from '../../scenario.ts'
import type { Entry, ReplMsg } from '../../src/replicated-store.ts'
import { name } from '../../words.ts'

type Members = readonly [NodeId, ...NodeId[]]

/** Groups of every size that the brief allows, one of them with names that mislead. */
export const groups: readonly Members[] = [
  ['a', 'b'],
  ['a', 'b', 'c'],
  ['a', 'b', 'c', 'd'],
  ['a', 'b', 'c', 'd', 'e'],
  ['a', '', '__proto__', 'constructor', '10'],
]

/** How many peers make a majority together with the replica itself. */
export function neededOf({ peers }: Bench): number {
  return Math.floor((peers.length + 1) / 2)
}

/** A log whose entries were written in these epochs: k1 = "1" at 10 ms, k2 = "2" at 20 ms … */
export function logOf(...epochs: readonly number[]): readonly Entry[] {
  return epochs.map((epoch, index) => {
    const nth = index + 1
    return { epoch, at: 10 * nth, key: `k${nth}`, value: `${nth} of ${epoch}`, format: 1 }
  })
}

/** An Append of a leader whose log is `log`, from behind the first `prev` entries on. */
export function appendOf(epoch: number, log: readonly Entry[], prev = 0): ReplMsg {
  const prevEpoch = log[prev - 1]?.epoch ?? 0
  return { t: 'Append', epoch, prev, prevEpoch, entries: log.slice(prev) }
}

/** Lets b lead an epoch, with a log from behind the first `prev` entries on. */
export function follow(
  bench: Bench,
  epoch: number,
  log: readonly Entry[],
  prev = 0,
): readonly Sent[] {
  return bench.receive(bench.peers[0] ?? '', appendOf(epoch, log, prev))
}

/** What the replica has in its log, as it tells one who fences it again in its present epoch. */
export function logIn(bench: Bench, epoch: number): readonly Entry[] {
  const from = bench.peers[0] ?? ''
  const sent = bench.receive(from, { t: 'Fence', epoch })
  const answer = sent.find(({ to, msg }) => to === from && msg.t === 'Fenced')?.msg
  if (answer?.t === 'Fenced') return answer.log
  return bench.broken(`${name(bench.id)} did not answer the Fence of ${name(from)} with its log.`)
}

/** Whether the replica acts as the leader of an epoch, whatever it says. */
export function leads({ events, sent }: Bench, epoch: number): boolean {
  const says = events.some(({ event, data }) => event === 'leader' && epochIn(data) === epoch)
  return says || sent.some(({ msg }) => msg.t === 'Append' && msg.epoch === epoch)
}

export function obey(bench: Bench, from: NodeId, epoch: number, log: readonly Entry[] = []): void {
  bench.receive(from, { t: 'Fenced', epoch, log })
}

export function confirm(bench: Bench, from: NodeId, epoch: number, upTo: number): void {
  bench.receive(from, { t: 'Appended', epoch, upTo })
}

/** Makes the replica the leader of an epoch, with the logs of as many peers as it needs. */
export function elect(bench: Bench, epoch: number, ...logs: readonly (readonly Entry[])[]): void {
  bench.promote(epoch)
  const obedient = bench.peers.slice(0, neededOf(bench))
  for (const [index, peer] of obedient.entries()) obey(bench, peer, epoch, logs[index])
  if (bench.events.some(({ event, data }) => event === 'leader' && epochIn(data) === epoch)) return
  bench.broken(
    `${name(bench.id)} was promoted, ${obedient.map((peer) => name(peer)).join(' and ')} obey, and it does not say that it leads.`,
  )
}

/** A replica that leads an epoch. */
export function leader(
  subject: Subject,
  epoch: number,
  setup: Setup = {},
  ...logs: readonly (readonly Entry[])[]
): Bench {
  const bench = new Bench(subject, setup)
  elect(bench, epoch, ...logs)
  return bench
}

export function epochIn(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'epoch' in data ? data.epoch : undefined
}

/** Whether two logs are one and the same. */
export function isSame(a: readonly Entry[], b: readonly Entry[]): boolean {
  return a.length === b.length && a.every((entry, index) => isEqual(entry, b[index]))
}

function isEqual(a: Entry, b: Entry | undefined): boolean {
  return (
    a.epoch === b?.epoch &&
    a.at === b.at &&
    a.key === b.key &&
    a.value === b.value &&
    a.format === b.format
  )
}

/** A log in a few words. */
export function logText(log: readonly Entry[]): string {
  if (log.length === 0) return 'nothing'
  const told = log.map(({ epoch, key, value }) => {
    return `${name(key)} = ${JSON.stringify(value)} (epoch ${epoch})`
  })
  return told.length > 5
    ? `${told.slice(0, 4).join(', ')} … ${told.length} entries`
    : told.join(', ')
}

/** Holds a log, or what was made of it, against what it has to be. */
export function expectLog(
  bench: Bench,
  is: readonly Entry[],
  should: readonly Entry[],
  what = 'log',
): void {
  if (isSame(is, should)) return
  const of = `The ${what} of ${name(bench.id)}`
  bench.broken(`${of} is ${logText(is)}, and has to be ${logText(should)}.`)
}

if (groups.length === 0) throw new Error('sentinel-replicated-store-talk.ts')
