import { Bench } from '../../bench.ts'
import type { Subject } from '../../scenario.ts'
import type { Entry } from '../../src/replicated-store.ts'
import { counted, name } from '../../words.ts'
import { converse, PlayedPeer } from './played-peer.ts'
import {
  appendOf,
  elect,
  epochIn,
  groups,
  isSame,
  leads,
  logOf,
  logText,
  neededOf,
  obey,
} from './talk.ts'

/** Each member counts once, and with what it said to this very Fence. */
export function needsMajority(subject: Subject): void {
  for (const [index, members] of [...groups, ...groups.slice(1)].entries()) {
    const mode = index < groups.length ? 'quorum' : 'async'
    const bench = new Bench(subject, { members, mode })
    bench.promote(3)
    const obedient = bench.peers.slice(0, neededOf(bench) - 1)
    for (const peer of obedient) for (let copy = 0; copy < 3; copy++) obey(bench, peer, 3)
    for (const peer of obedient) bench.receive(peer, appendOf(2, logOf(2)))
    expectNoLeader(bench, 3, obedient.length)
    if (obedient.length === 0) continue
    const again = new Bench(subject, { members, mode })
    again.promote(3)
    for (const peer of obedient) obey(again, peer, 3)
    again.promote(5)
    const [last] = again.peers.slice(-1)
    obey(again, last ?? '', 5)
    for (const peer of again.peers) obey(again, peer, 3)
    if (neededOf(again) > 1) expectNoLeader(again, 5, 1)
  }
  expectGivesUp(subject)
}

/** Whoever hears of a newer epoch while it gathers does not lead the old one. */
function expectGivesUp(subject: Subject): void {
  for (const msg of [
    { t: 'Fence', epoch: 4 },
    { t: 'Refused', epoch: 4 },
    appendOf(4, logOf(4)),
  ] as const) {
    const bench = new Bench(subject)
    bench.promote(3)
    bench.receive('b', msg)
    obey(bench, 'c', 3)
    bench.passTo(bench.now + 300)
    if (leads(bench, 3) || leads(bench, 4)) {
      bench.broken('It gathered for epoch 3, heard of epoch 4, and leads all the same.')
    }
    if (!bench.sent.some((one) => one.msg.t === 'Fence' && one.msg.epoch !== 3)) continue
    bench.broken('It was promoted to epoch 3, heard of epoch 4, and gathers for that one.')
  }
}

/** The newest last epoch decides, and the length only between equal ones: 10 is more than 9. */
export function takesBest(subject: Subject): void {
  for (const [own, others, best] of [
    [logOf(1, 1, 1), [logOf(1, 2)], logOf(1, 2)],
    [logOf(1, 2), [logOf(1, 1, 1, 1)], logOf(1, 2)],
    [logOf(1), [logOf(1, 1)], logOf(1, 1)],
    [logOf(1, 1), [logOf(1)], logOf(1, 1)],
    [logOf(9, 9, 9), [logOf(9, 10)], logOf(9, 10)],
    [[], [logOf(3)], logOf(3)],
    [logOf(3), [[]], logOf(3)],
    [logOf(1, 1), [logOf(1, 1, 1, 1), logOf(1, 1, 2)], logOf(1, 1, 2)],
    [logOf(1, 1), [logOf(1, 1, 2), logOf(1, 1, 1, 1)], logOf(1, 1, 2)],
    [logOf(1, 1, 2, 2), [[], logOf(1, 1, 2)], logOf(1, 1, 2, 2)],
  ] as const) {
    const mode = own.length % 2 === 0 ? 'async' : 'quorum'
    const bench = new Bench(subject, { mode, members: ['a', 'b', 'c', 'd', 'e'] })
    if (own.length > 0) bench.receive('d', appendOf(own.at(-1)?.epoch ?? 0, own))
    elect(bench, 11, ...others)
    expectBest(bench, best, others)
  }
}

function expectBest(
  bench: Bench,
  best: readonly Entry[],
  others: readonly (readonly Entry[])[],
): void {
  const led = bench.events.find(({ event, data }) => event === 'leader' && epochIn(data) === 11)
  const kept = led === undefined ? [] : bench.logOn(led.disk)
  if (!isSame(kept, best)) {
    const from = others.map((log) => logText(log)).join('; and ')
    bench.broken(
      `It was told ${from}; it says that it leads, and a crash leaves it ${logText(kept)}.`,
    )
  }
  bench.put('new', 'x')
  // Whoever comes late was not in the majority: its log may be longer, and changes nothing.
  const more = logOf(...best.map(({ epoch }) => epoch), best.at(-1)?.epoch ?? 1).slice(best.length)
  const late = new PlayedPeer('e', [...best, ...more])
  obey(bench, late.id, 11, late.log)
  converse(bench, [late])
  for (const log of [late.log, bench.logOn()]) {
    if (log.at(-1)?.key === 'new' && isSame(log.slice(0, -1), best)) continue
    const has = log === late.log ? 'tells' : 'has'
    bench.broken(`It began with ${logText(best)}, took one write, and ${has} ${logText(log)}.`)
  }
}

function expectNoLeader(bench: Bench, epoch: number, obedient: number): void {
  bench.put('x', '1')
  bench.passTo(bench.now + 300)
  const have = `${name(bench.id)} and ${obedient} of its ${bench.peers.length} peers`
  if (leads(bench, epoch)) bench.broken(`${have} obey epoch ${epoch}, and it leads.`)
  if (bench.count('acked') === 0) return
  bench.broken(`${have} obey epoch ${epoch}, and it acknowledged ${counted(1, 'write')}.`)
}

if (groups.length === 0) throw new Error('sentinel-replicated-store-promotion.ts')
