import { counted } from '@five-pillars/suite'

import { Bench } from './bench.ts'
import { fails, ok } from './deeds.ts'
import { openIt } from './opened.ts'
import type { Subject } from './subject.ts'
import { shown } from './words.ts'

const options = {
  failureRate: 0.5,
  minCalls: 2,
  windowMs: 10_005,
  openMs: 1005,
  halfOpenMax: 1,
  successesToClose: 1,
}

/** Every listener hears every change while it is subscribed, whoever else comes or goes. */
export async function listenersComeAndGo(subject: Subject): Promise<void> {
  await leavesTwice(subject)
  await leavesMeanwhile(subject)
  await comesLate(subject)
  await callsMeanwhile(subject)
}

async function leavesTwice(subject: Subject): Promise<void> {
  const { bench, heard, listen } = room(subject)
  const leave = listen('first')
  listen('second')
  listen('third')
  bench.note('the first unsubscribes twice')
  leave()
  leave()
  await openIt(bench)
  expectHeard(bench, heard, { first: 0, second: 1, third: 1 })
}

async function leavesMeanwhile(subject: Subject): Promise<void> {
  const { bench, heard, listen } = room(subject)
  const leave = listen('first', () => {
    bench.note('the first unsubscribes meanwhile, twice')
    leave()
    leave()
  })
  listen('second')
  listen('third')
  await openIt(bench)
  expectHeard(bench, heard, { first: 1, second: 1, third: 1 })
  await bench.pass(options.openMs)
  expectHeard(bench, heard, { first: 1, second: 2, third: 2 })
}

async function comesLate(subject: Subject): Promise<void> {
  const { bench, heard, listen } = room(subject)
  await openIt(bench)
  bench.note('one subscribes late')
  listen('late')
  await bench.pass(0)
  expectHeard(bench, heard, { late: 0 })
  await bench.pass(options.openMs)
  expectHeard(bench, heard, { late: 1 })
}

/** Whoever hears of half-open may try at once: that is a call like any other. */
async function callsMeanwhile(subject: Subject): Promise<void> {
  const { bench, heard, listen } = room(subject)
  listen('eager', (state) => {
    if (state === 'half-open') bench.begin({ kind: 'ok', afterMs: 100 })
  })
  listen('second')
  await openIt(bench)
  await bench.pass(options.openMs)
  expectHeard(bench, heard, { eager: 2, second: 2 })
  await bench.call(fails)
  await bench.pass(100)
  expectHeard(bench, heard, { eager: 3, second: 3 })
  await bench.call(ok)
}

interface Room {
  readonly bench: Bench
  readonly heard: Map<string, number>
  readonly listen: (name: string, act?: (state: unknown) => void) => () => void
}

function room(subject: Subject): Room {
  const bench = new Bench(subject, options)
  const heard = new Map<string, number>()
  return {
    bench,
    heard,
    listen(name, act) {
      heard.set(name, 0)
      return bench.listen(({ state }) => {
        heard.set(name, (heard.get(name) ?? 0) + 1)
        bench.note(`the ${name} hears ${shown(state)}`)
        act?.(state)
      })
    },
  }
}

function expectHeard(
  bench: Bench,
  heard: ReadonlyMap<string, number>,
  wanted: Readonly<Record<string, number>>,
): void {
  for (const [name, times] of Object.entries(wanted)) {
    const got = heard.get(name) ?? 0
    if (got === times) continue
    const all = counted(got, 'change')
    bench.broken(`The ${name} listener has heard of ${all}, and must have heard of ${times}.`)
  }
  if (heard.size === 0) throw new Error('sentinel-circuit-breaker-listeners.ts: nobody listens')
}
