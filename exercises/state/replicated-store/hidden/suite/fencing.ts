import { Bench } from '../../bench.ts'
import type { Subject } from '../../scenario.ts'
import { name } from '../../words.ts'
import { appendOf, expectLog, follow, leader, logIn, logOf, obey } from './talk.ts'

/** Whoever obeys an epoch takes nothing of an earlier one. */
export function ignoresEarlier(subject: Subject): void {
  for (const earlier of [9, 2]) {
    const fenced = new Bench(subject)
    fenced.receive('b', { t: 'Fence', epoch: 10 })
    expectIgnored(fenced, earlier, 10)
    const follower = new Bench(subject)
    follow(follower, 10, logOf(3, 10))
    expectIgnored(follower, earlier, 10)
    expectIgnored(follower, earlier, 10)
  }
  const one = leader(subject, 5)
  one.put('x', 'mine')
  const before = one.sent.length
  one.receive('c', appendOf(4, logOf(4, 4)))
  if (one.sent.slice(before).some(({ msg }) => msg.t === 'Appended')) {
    one.broken('It leads epoch 5, and took the entries of epoch 4.')
  }
  const written = one.logOn()
  if (written.some(({ value }) => value === 'mine') && written.length === 1) return
  one.broken('It leads epoch 5, and its log is another one after an Append of epoch 4.')
}

/** The highest epoch is on the disk before anybody is told. */
export function keepsEpoch(subject: Subject): void {
  for (const [what, msg] of [
    ['was fenced in', { t: 'Fence', epoch: 5 }],
    ['followed', appendOf(5, logOf(1))],
    ['heard of', { t: 'Refused', epoch: 5 }],
    ['could not follow', { t: 'Append', epoch: 5, prev: 2, prevEpoch: 1, entries: [] }],
  ] as const) {
    const bench = new Bench(subject)
    const [answer] = bench.receive('b', msg)
    if (answer === undefined) bench.restart()
    else bench.restart(answer.disk)
    const sent = bench.receive('c', appendOf(4, logOf(4)))
    if (!sent.some((one) => one.msg.t === 'Appended')) continue
    bench.broken(`It ${what} epoch 5 and, started again, followed one of epoch 4.`)
  }
  const promoted = new Bench(subject)
  const [fence] = promoted.promote(5)
  promoted.restart(fence?.disk)
  const sent = promoted.receive('c', appendOf(4, logOf(4)))
  if (!sent.some(({ msg }) => msg.t === 'Appended')) return
  promoted.broken('It was promoted to epoch 5 and, started again, followed one of epoch 4.')
}

/** Only an epoch that is newer than all that it knows can be led. */
export function ignoresOldPromotions(subject: Subject): void {
  for (const epoch of [3, 4, 5]) {
    const bench = new Bench(subject)
    follow(bench, 5, logOf(5))
    expectNotPromoted(bench, epoch)
    const forgetful = leader(subject, 5)
    forgetful.put('x', '1')
    forgetful.restart()
    expectNotPromoted(forgetful, epoch)
    const still = leader(subject, 5)
    const before = still.sent.length
    still.promote(epoch)
    const request = still.put('x', '1')
    const gathers = still.sent.slice(before).some(({ msg }) => msg.t === 'Fence')
    if (!gathers && still.count('refused', request) === 0) continue
    still.broken(`It leads epoch 5, was promoted to epoch ${epoch}, and leads no more.`)
  }
}

function expectIgnored(bench: Bench, earlier: number, own: number): void {
  const before = logIn(bench, own)
  for (const msg of [
    appendOf(earlier, logOf(earlier, earlier, earlier)),
    appendOf(earlier, []),
    { t: 'Fence', epoch: earlier } as const,
  ]) {
    const sent = bench.receive('c', msg)
    if (sent.some((one) => one.msg.t === 'Appended' || one.msg.t === 'Fenced')) {
      bench.broken(`${name(bench.id)} knows epoch ${own}, and obeyed one of epoch ${earlier}.`)
    }
  }
  expectLog(bench, logIn(bench, own), before)
}

function expectNotPromoted(bench: Bench, epoch: number): void {
  const ledBefore = bench.count('leader')
  const before = bench.sent.length
  bench.promote(epoch)
  // Somebody may have obeyed it before it crashed, and says so late.
  if (epoch === 5) for (const peer of bench.peers) obey(bench, peer, epoch)
  bench.passTo(bench.now + 300)
  const sent = bench.sent.slice(before)
  if (sent.some(({ msg }) => msg.t === 'Append' || msg.t === 'Fence')) {
    bench.broken(`It knows epoch 5, was promoted to epoch ${epoch}, and acts on it.`)
  }
  if (bench.count('leader') > ledBefore) {
    bench.broken(`It knows epoch 5, was promoted to epoch ${epoch}, and says that it leads.`)
  }
}

if (ignoresEarlier.length !== 1) throw new Error('sentinel-replicated-store-fencing.ts')
