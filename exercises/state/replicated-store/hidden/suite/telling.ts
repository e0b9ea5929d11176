import { Bench } from '../../bench.ts'
import type { Sent } from '../../bench.ts'
import type { Subject } from '../../scenario.ts'
import type { ReplMsg } from '../../src/replicated-store.ts'
import { name } from '../../words.ts'
import { converse, PlayedPeer } from './played-peer.ts'
import { appendOf, confirm, elect, groups, isSame, leader, logOf, logText, obey } from './talk.ts'

/** The brief: whoever has not answered is told again in every stretch of this time. */
const AGAIN_MS = 200

/** It says no more often than each 20 ms; rounding may make that a few more. */
const MOST_A_SECOND = 55

/** Everybody hears at once of a promotion, of its success and of each write. */
export function tellsAtOnce(subject: Subject): void {
  for (const [index, members] of groups.entries()) {
    const logs = index % 2 === 0 ? [] : logOf(1, 1, 1)
    const bench = new Bench(subject, { members })
    expectTold(bench, bench.promote(2), 'Fence', 'was promoted')
    let before = bench.sent.length
    for (const peer of bench.peers) obey(bench, peer, 2, logs)
    expectWhole(bench, before, logs.length, 'leads')
    before = bench.sent.length
    bench.put('x', '1')
    expectWhole(bench, before, logs.length + 1, 'took a write')
    for (const peer of bench.peers) confirm(bench, peer, 2, logs.length + 1)
    before = bench.sent.length
    bench.put('y', '2')
    expectWhole(bench, before, logs.length + 2, 'took a write')
  }
}

/** Everybody is sent an Append, which goes on to the end of the log. */
function expectWhole(bench: Bench, since: number, length: number, why: string): void {
  const sent = bench.sent.slice(since)
  expectTold(bench, sent, 'Append', why)
  for (const { to, msg } of sent) {
    if (msg.t !== 'Append' || msg.prev + msg.entries.length === length) continue
    bench.broken(`Its log has ${length} entries; its Append to ${name(to)} does not end there.`)
  }
}

/** A lost message costs time, and never the write. */
export function tellsAgain(subject: Subject): void {
  for (const mode of ['quorum', 'async'] as const) expectRetold(subject, mode)
}

function expectRetold(subject: Subject, mode: 'quorum' | 'async'): void {
  const gathering = new Bench(subject, { members: ['a', 'b', 'c', 'd', 'e'], mode })
  gathering.promote(2)
  obey(gathering, 'b', 2)
  expectAgain(gathering, 'Fence', ['c', 'd', 'e'])
  for (const peer of ['c', 'd', 'e']) obey(gathering, peer, 2)
  expectAgain(gathering, 'Append', ['b', 'c', 'd', 'e'])
  const bench = leader(subject, 2, { mode })
  confirm(bench, 'b', 2, 0)
  confirm(bench, 'c', 2, 0)
  bench.put('x', '1')
  confirm(bench, 'b', 2, 1)
  expectAgain(bench, 'Append', ['c'])
  bench.put('y', '2')
  confirm(bench, 'c', 2, 1)
  expectAgain(bench, 'Append', ['b', 'c'])
  confirm(bench, 'b', 2, 2)
  confirm(bench, 'c', 2, 2)
  bench.passTo(bench.now + 1000)
  bench.put('z', '3')
  expectAgain(bench, 'Append', ['b', 'c'])
}

/** Whatever a peer has, it has the leader's log in the end. */
export function goesBack(subject: Subject): void {
  const own = logOf(1, 1, 3)
  for (const theirs of [[], logOf(1), logOf(2, 2, 2, 2, 2), logOf(1, 1, 2, 2), logOf(3)]) {
    for (const isFenced of [true, false]) {
      const mode = isFenced ? 'async' : 'quorum'
      const bench = new Bench(subject, { mode, members: ['a', 'b', 'c', 'd', 'e'] })
      bench.receive('e', appendOf(4, own))
      elect(bench, 5, isFenced ? theirs : own)
      const peers = [new PlayedPeer('b', isFenced ? theirs : own), new PlayedPeer('d', theirs)]
      const start = isFenced ? 0 : bench.sent.length
      bench.put('x', '1')
      const heard = converse(bench, peers, start)
      bench.put('y', '2')
      converse(bench, peers, heard)
      for (const { id, log } of peers) {
        const ends = log.slice(own.length).map(({ key }) => key)
        if (isSame(log.slice(0, own.length), own) && ends.join(' ') === 'x y') continue
        bench.broken(
          `${id} had another log, ${logText(theirs)}; more than a second later, it has ${logText(log)}.`,
        )
      }
    }
  }
}

/** A peer that has confirmed is spared what it has. */
export function sparesConfirmed(subject: Subject): void {
  const bench = leader(subject, 2, {}, logOf(1, 1))
  confirm(bench, 'b', 2, 2)
  confirm(bench, 'c', 2, 2)
  let before = bench.sent.length
  for (let upTo = 3; upTo < 20; upTo++) {
    bench.put('x', String(upTo))
    for (const { to, msg } of bench.sent.slice(before)) {
      const has = to === 'b' ? upTo - 1 : 2
      if (msg.t !== 'Append' || msg.prev >= has) continue
      bench.broken(
        `${name(to)} has confirmed ${has} entries, and is sent everything behind ${msg.prev} again.`,
      )
    }
    before = bench.sent.length
    confirm(bench, 'b', 2, upTo)
  }
}

function expectTold(bench: Bench, sent: readonly Sent[], what: ReplMsg['t'], why: string): void {
  const told = new Set(sent.filter(({ msg }) => msg.t === what).map(({ to }) => to))
  const left = bench.peers.find((peer) => !told.has(peer))
  if (left === undefined) return
  bench.broken(`${name(bench.id)} ${why}, and sent ${name(left)} no ${what} at once.`)
}

function expectAgain(bench: Bench, what: ReplMsg['t'], peers: readonly string[]): void {
  for (let stretch = 0; stretch < 10; stretch++) {
    const before = bench.sent.length
    bench.passTo(bench.now + AGAIN_MS)
    for (const peer of peers) {
      const sent = bench.sent.slice(before).filter((one) => one.to === peer && one.msg.t === what)
      if (sent.length === 0) {
        bench.broken(`${name(peer)} has not answered, and was sent no ${what} for ${AGAIN_MS} ms.`)
      }
      if (sent.length <= (MOST_A_SECOND * AGAIN_MS) / 1000) continue
      bench.broken(`${name(peer)} was sent ${what} ${sent.length} times in ${AGAIN_MS} ms.`)
    }
  }
}

if (AGAIN_MS < 20) throw new Error('sentinel-replicated-store-telling.ts')
