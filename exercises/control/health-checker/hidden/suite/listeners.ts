import { no, yes } from './answers.ts'
import type { Answer } from './answers.ts'
import { Bench } from './bench.ts'
import type { Subject } from './checks.ts'
import { kindOf } from './words.ts'

const options = { intervalMs: 1000, timeoutMs: 300, rise: 1, fall: 1 }

/** Long enough for one change of one target. */
const CHANGE_MS = options.intervalMs + options.timeoutMs

const changing = (_id: string, nth: number): Answer => (nth % 2 === 0 ? yes : no)

/** Every listener hears every change while it is subscribed, whoever else comes or goes. */
export async function listenersComeAndGo(subject: Subject): Promise<void> {
  await leavesTwice(subject)
  await leavesMeanwhile(subject)
  await comesLate(subject)
}

async function leavesTwice(subject: Subject): Promise<void> {
  const { bench, heard, listen } = room(subject)
  const leave = listen('first')
  listen('second')
  listen('third')
  bench.note('the first unsubscribes twice')
  leave()
  leave()
  await change(bench)
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
  await change(bench)
  expectHeard(bench, heard, { first: 1, second: 1, third: 1 })
  await change(bench)
  expectHeard(bench, heard, { first: 1, second: 2, third: 2 })
}

async function comesLate(subject: Subject): Promise<void> {
  const { bench, heard, listen } = room(subject)
  await change(bench)
  listen('late')
  bench.note('one subscribes late')
  await bench.pass(0)
  expectHeard(bench, heard, { late: 0 })
  await change(bench)
  expectHeard(bench, heard, { late: 1 })
}

interface Room {
  readonly bench: Bench
  readonly heard: Map<string, number>
  readonly listen: (name: string, act?: () => void) => () => void
}

function room(subject: Subject): Room {
  const bench = new Bench(subject, options, { answers: changing })
  const heard = new Map<string, number>()
  bench.add('A')
  bench.start()
  return {
    bench,
    heard,
    listen(name, act) {
      heard.set(name, 0)
      return bench.listen(({ status }) => {
        heard.set(name, (heard.get(name) ?? 0) + 1)
        bench.note(`the ${name} hears ${kindOf(status)}`)
        act?.()
      })
    },
  }
}

/** Lets time pass until the target has changed once more. */
async function change(bench: Bench): Promise<void> {
  const before = bench.told.length
  for (let ms = 0; ms < 2 * CHANGE_MS && bench.told.length === before; ms += 100) {
    await bench.pass(100)
  }
  if (bench.told.length === before) bench.broken('Nobody was told of any change.')
}

function expectHeard(
  bench: Bench,
  heard: Map<string, number>,
  wanted: Record<string, number>,
): void {
  for (const [name, times] of Object.entries(wanted)) {
    const got = heard.get(name) ?? 0
    if (got === times) continue
    bench.broken(`The ${name} listener has heard of ${got} changes, and must have heard ${times}.`)
  }
  if (heard.size === 0) throw new Error('sentinel-health-checker-listeners.ts: nobody listens')
}
