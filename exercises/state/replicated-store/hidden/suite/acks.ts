import type { Bench } from '../../bench.ts'
import type { Subject } from '../../scenario.ts'
import { counted, name } from '../../words.ts'
import { appendOf, confirm, elect, groups, leader, logOf, neededOf, obey } from './talk.ts'

const modes = ['async', 'quorum'] as const

/** What was acknowledged is there after a crash, in whatever moment that comes. */
export function savesBeforeAcking(subject: Subject): void {
  for (const mode of modes) {
    const bench = leader(subject, 2, { mode })
    const puts = ['x', 'y', 'z'].map((key, index) => {
      const value = key === 'y' ? null : `value ${index}`
      return { key, value, request: bench.put(key, value) }
    })
    for (const peer of bench.peers) confirm(bench, peer, 2, puts.length)
    for (const { msg, disk } of bench.sent) {
      if (msg.t !== 'Append' || msg.entries.length === 0) continue
      if (bench.logOn(disk).length >= msg.prev + msg.entries.length) continue
      bench.broken(`${name(bench.id)} sent an entry, crashed, and does not have it.`)
    }
    for (const [index, { key, value, request }] of puts.entries()) {
      const ack = bench.events.find(({ event, data }) => event === 'acked' && data === request)
      if (ack === undefined) continue
      const kept = bench.logOn(ack.disk)[index]
      if (kept?.key === key && kept.value === value) continue
      bench.broken(`${name(bench.id)} acknowledged ${request}, crashed, and does not have it.`)
    }
  }
}

/** Most members have it: each counts once, for this entry, in this epoch. */
export function waitsForMost(subject: Subject): void {
  for (const members of groups) {
    const bench = leader(subject, 2, { members }, logOf(1))
    const request = bench.put('x', '1')
    const few = bench.peers.slice(0, neededOf(bench) - 1)
    expectNotAcked(bench, request, 0)
    for (const peer of bench.peers) confirm(bench, peer, 2, 1)
    for (const peer of bench.peers) obey(bench, peer, 2, logOf(1))
    expectNotAcked(bench, request, 0)
    for (const peer of few) for (let copy = 0; copy < 3; copy++) confirm(bench, peer, 2, 2)
    bench.passTo(bench.now + 1000)
    expectNotAcked(bench, request, few.length)
  }
  const two = leader(subject, 2)
  two.put('x', '1')
  const second = two.put('y', '2')
  confirm(two, 'b', 2, 1)
  expectNotAcked(two, second, 0)
  const five = leader(subject, 2, { members: ['a', 'b', 'c', 'd', 'e'] })
  five.put('x', '1')
  const later = five.put('y', '2')
  for (const peer of five.peers.slice(0, 3)) confirm(five, peer, 2, 1)
  confirm(five, 'e', 2, 2)
  expectNotAcked(five, later, 1)
}

/** What was confirmed to it in an epoch that it led before was another log. */
export function countsThisEpoch(subject: Subject): void {
  for (const isLate of [true, false]) {
    const bench = leader(subject, 1, { members: ['a', 'b', 'c', 'd', 'e'] })
    for (const key of ['x', 'y', 'z']) bench.put(key, '1')
    if (!isLate) confirm(bench, 'd', 1, 3)
    elect(bench, 3, [], logOf(2))
    const request = bench.put('w', '1')
    if (isLate) confirm(bench, 'd', 1, 3)
    confirm(bench, 'c', 3, 2)
    expectNotAcked(bench, request, 1)
  }
  const other = leader(subject, 1)
  const [open = ''] = ['x', 'y', 'z'].map((key) => other.put(key, '1'))
  elect(other, 3, logOf(2))
  other.put('w', '1')
  for (const peer of other.peers) confirm(other, peer, 3, 2)
  if (other.count('acked', open) === 0) return
  other.broken(`Entry 1 is of epoch 2 now, and ${open} is acknowledged, which was entry 1 before.`)
}

/** Whoever has heard of a newer epoch leads no more, and says nothing of what was under way. */
export function stopsWhenFenced(subject: Subject): void {
  for (const mode of modes) {
    for (const msg of [
      { t: 'Fence', epoch: 4 },
      { t: 'Refused', epoch: 4 },
      appendOf(4, []),
    ] as const) {
      const bench = leader(subject, 3, { mode })
      const pending = bench.put('x', '1')
      bench.receive('c', msg)
      const late = bench.put('y', '2')
      expectRefused(bench, late, 'knows of epoch 4')
      const before = bench.sent.length
      for (const peer of bench.peers) confirm(bench, peer, 3, 1)
      bench.passTo(bench.now + 300)
      if (mode === 'quorum') expectNotAcked(bench, pending, 0)
      if (bench.count('acked', late) > 0) bench.broken(`It acknowledged ${late} after epoch 4.`)
      if (bench.count('refused', pending) > 0) {
        bench.broken(`It refused ${pending}, which others may have: it may come to be.`)
      }
      if (!bench.sent.slice(before).some((one) => one.msg.t === 'Append')) continue
      bench.broken('It heard of epoch 4 and goes on to send Appends.')
    }
  }
}

/** After a crash, somebody has to be promoted anew. */
export function restartsAsFollower(subject: Subject): void {
  for (const mode of modes) {
    const bench = leader(subject, 3, { mode })
    bench.put('x', '1')
    bench.restart()
    const before = bench.sent.length
    const request = bench.put('y', '2')
    bench.passTo(bench.now + 300)
    expectRefused(bench, request, 'led before it crashed')
    if (!bench.sent.slice(before).some(({ msg }) => msg.t === 'Append')) continue
    bench.broken('It led, crashed, started again, and goes on to send Appends.')
  }
}

/** Yes once, or no once; and a no is never stored. */
export function endsOnce(subject: Subject): void {
  for (const mode of modes) {
    const bench = leader(subject, 2, { mode })
    const requests = [bench.put('x', '1'), bench.put('x', '1'), bench.put('y', null)]
    for (const upTo of [1, 1, 3, 2, 3]) {
      for (const peer of bench.peers) confirm(bench, peer, 2, upTo)
    }
    bench.passTo(bench.now + 300)
    for (const request of requests) {
      const times = bench.count('acked', request)
      if (times > 1) bench.broken(`It acknowledged ${request} ${times} times.`)
      if (bench.count('refused', request) > 0) bench.broken(`It leads, and refused ${request}.`)
    }
    for (const role of ['follower', 'gathering'] as const) {
      expectRefusal(subject, mode, role)
    }
  }
}

function expectRefusal(
  subject: Subject,
  mode: (typeof modes)[number],
  role: 'follower' | 'gathering',
): void {
  const bench = leader(subject, 2, { mode })
  bench.receive('b', appendOf(3, logOf(3)))
  if (role === 'gathering') bench.promote(4)
  const request = bench.put('x', '1')
  expectRefused(bench, request, role === 'gathering' ? 'has no majority yet' : 'follows')
  const kept = bench.logOn()
  if (kept.length === 1) return
  bench.broken(`It refused ${request}, and has ${counted(kept.length)} instead of 1.`)
}

/** Nothing is waited for that is not needed. */
export function acksInTime(subject: Subject): void {
  const alone = leader(subject, 2, { mode: 'async' })
  for (const key of ['x', 'y']) {
    const request = alone.put(key, '')
    expectAcked(alone, request, 'async, and it is on its disk')
  }
  for (const members of groups) {
    for (const from of [0, 1]) {
      const bench = leader(subject, 2, { members }, logOf(1))
      const requests = [bench.put('x', '1'), bench.put('y', null), bench.put('', '')]
      const end = neededOf(bench)
      const enough = from === 0 ? bench.peers.slice(0, end) : bench.peers.slice(-end)
      for (const peer of enough) confirm(bench, peer, 2, 2)
      expectAcked(bench, requests[0], 'most members have it')
      for (const peer of enough) confirm(bench, peer, 2, 4)
      for (const request of requests) expectAcked(bench, request, 'most members have it')
    }
  }
  const uneven = leader(subject, 2, { members: ['a', 'b', 'c', 'd', 'e'] })
  const requests = ['x', 'y', 'z'].map((key) => uneven.put(key, '1'))
  for (const [peer, upTo] of [
    ['b', 3],
    ['b', 1],
    ['c', 1],
    ['d', 2],
    ['b', 0],
    ['e', 3],
  ] as const) {
    confirm(uneven, peer, 2, upTo)
  }
  for (const request of requests) expectAcked(uneven, request, 'most members have it')
}

function expectAcked(bench: Bench, request: string | undefined, why: string): void {
  if (bench.count('acked', request) > 0) return
  bench.broken(`It did not acknowledge ${String(request)} at once: ${why}.`)
}

function expectNotAcked(bench: Bench, request: string, others: number): void {
  if (bench.count('acked', request) === 0) return
  const who = `${name(bench.id)} and ${others} of its ${bench.peers.length} peers`
  bench.broken(`${who} have confirmed ${request}, and it is acknowledged.`)
}

function expectRefused(bench: Bench, request: string, why: string): void {
  if (bench.count('acked', request) > 0) bench.broken(`It ${why}, and acknowledged ${request}.`)
  const times = bench.count('refused', request)
  if (times !== 1) bench.broken(`It ${why}, and refused ${request} ${times} times, not once.`)
}

if (modes.length !== 2) throw new Error('sentinel-replicated-store-acks.ts')
