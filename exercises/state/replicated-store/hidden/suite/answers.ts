import { Bench } from '../../bench.ts'
import type { Subject } from '../../scenario.ts'
import type { Entry, ReplMsg } from '../../src/replicated-store.ts'
import { describe, name } from '../../words.ts'
import { appendOf, follow, isSame, leader, logOf, logText } from './talk.ts'

const answerKinds: ReadonlySet<string> = new Set(['Fenced', 'Appended', 'Refused'])

/** Yes or no: whoever asks hears it at once, and in which epoch the one is that answers. */
export function answersAll(subject: Subject): void {
  const bench = new Bench(subject)
  expectFenced(bench, 'c', 3, [])
  expectFenced(bench, 'c', 3, [])
  expectConfirmed(bench, appendOf(3, logOf(3, 3)), 2)
  expectConfirmed(bench, appendOf(3, logOf(3, 3)), 2)
  expectConfirmed(bench, appendOf(3, logOf(3, 3), 2), 2)
  expectConfirmed(bench, appendOf(3, logOf(3, 3, 3, 3), 3), 0)
  expectRefused(bench, { t: 'Fence', epoch: 2 }, 3)
  expectRefused(bench, appendOf(2, logOf(2)), 3)
  expectFenced(bench, 'b', 4, logOf(3, 3))
  expectRefused(bench, appendOf(3, logOf(3, 3, 3), 2), 4)
  bench.restart()
  expectFenced(bench, 'b', 4, logOf(3, 3))
  expectRefused(bench, appendOf(3, logOf(3, 3, 3), 2), 4)
  const gathering = new Bench(subject)
  follow(gathering, 1, logOf(1))
  gathering.promote(5)
  expectRefused(gathering, { t: 'Fence', epoch: 4 }, 5)
  expectFenced(gathering, 'c', 6, logOf(1))
  const one = leader(subject, 5)
  expectRefused(one, appendOf(4, []), 5)
  expectConfirmed(one, appendOf(6, logOf(6)), 1)
}

function expectFenced(bench: Bench, from: string, epoch: number, log: readonly Entry[]): void {
  const answer = answerTo(bench, from, { t: 'Fence', epoch })
  if (answer.t !== 'Fenced') return unlike(bench, answer, 'Fenced')
  if (answer.epoch !== epoch) bench.broken(`It is in epoch ${epoch}, and says ${answer.epoch}.`)
  if (isSame(answer.log, log)) return
  bench.broken(`Its log is ${logText(log)}, and its Fenced has ${logText(answer.log)}.`)
}

function expectConfirmed(bench: Bench, append: ReplMsg, upTo: number): void {
  const answer = answerTo(bench, 'b', append)
  if (answer.t !== 'Appended') return unlike(bench, answer, 'Appended')
  if (answer.epoch !== append.epoch) {
    bench.broken(`It is in epoch ${append.epoch}, and says ${answer.epoch}.`)
  }
  if (answer.upTo === upTo) return
  bench.broken(`It was to confirm up to ${upTo}, and confirmed up to ${answer.upTo}.`)
}

function expectRefused(bench: Bench, msg: ReplMsg, own: number): void {
  const answer = answerTo(bench, 'c', msg)
  if (answer.t !== 'Refused') return unlike(bench, answer, 'Refused')
  if (answer.epoch !== own) bench.broken(`It is in epoch ${own}, and says ${answer.epoch}.`)
}

function answerTo(bench: Bench, from: string, msg: ReplMsg): ReplMsg {
  const sent = bench.receive(from, msg)
  const answer = sent.find((one) => one.to === from && answerKinds.has(one.msg.t))
  return (
    answer?.msg ?? bench.broken(`It did not answer the ${describe(msg)} of ${name(from)} at once.`)
  )
}

function unlike(bench: Bench, is: ReplMsg, should: string): never {
  if (should === '') throw new Error('sentinel-replicated-store-answers.ts')
  return bench.broken(`It answered with ${describe(is)}, where ${should} is due.`)
}
