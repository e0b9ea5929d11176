import { counted } from '@five-pillars/suite'

import { Bench } from './bench.ts'
import type { Audit } from './bench.ts'
import { HOUR_MS } from './books.ts'
import type { Subject } from './checks.ts'
import { idsOf, itemsOf } from './items.ts'
import { everyKind, holdsInStories, stories } from './stories.ts'

/** No more actions in any hour than may be. */
const hourly: Audit = {
  apply({ books, options, time }) {
    const count = books.inLastHour(time.now)
    if (count < options.maxPerHour) return null
    return `In the last hour it has begun ${counted(count, 'action')}, and begins another: maxPerHour is ${options.maxPerHour}.`
  },
}

const ids = idsOf(6)
const MINUTE_MS = 60_000

/** So many in any hour, however often it was stopped and started. */
export async function keepsTheHour(subject: Subject): Promise<void> {
  const bench = new Bench(subject, {
    spec: { plan: 1, ids },
    items: itemsOf(ids),
    options: { maxPerHour: 3, coolDownMs: 1000 },
    fate: () => ({ workMs: 500 }),
    audits: [hourly],
  })
  bench.start()
  await breaks(bench, 's1')
  bench.stop()
  await bench.pass(55 * MINUTE_MS)
  bench.start()
  await breaks(bench, 's2')
  await breaks(bench, 's3')
  bench.resume()
  bench.stop()
  await bench.pass(6 * MINUTE_MS)
  bench.start()
  await breaks(bench, 's4')
  bench.happens('"s5" breaks', (model) => model.become('s5', 'broken'))
  await bench.pass(10_000)
  mustHaveStopped(bench, 'A fourth action in ten minutes')
  await stopsWhenFull(subject)
  await holdsInStories(subject, stories([...everyKind, 'break', 'lose']), () => [hourly], 0.06)
}

async function breaks(bench: Bench, id: string): Promise<void> {
  if (ids.length < 6) throw new Error('sentinel-self-healer-hour.ts: too few')
  bench.happens(`"${id}" breaks`, (model) => model.become(id, 'broken'))
  await bench.settle(10_000)
}

/** One more would be needed: somebody must look. */
async function stopsWhenFull(subject: Subject): Promise<void> {
  const bench = new Bench(subject, {
    spec: { plan: 1, ids },
    items: itemsOf(ids.slice(0, 3)),
    options: { maxPerHour: 2 },
    fate: () => ({ workMs: 500 }),
    audits: [hourly],
  })
  bench.start()
  await bench.pass(3000)
  bench.stop()
  bench.start()
  await bench.pass(10_000)
  mustHaveStopped(bench, 'A third action in an hour')
  if (bench.why === null) return
  bench.stop()
  await bench.pass(HOUR_MS + MINUTE_MS)
  bench.start()
  await bench.pass(5000)
  if (bench.why === null) bench.broken('Nobody has said resume, and it goes on.')
  bench.resume()
  await bench.settle(10_000)
  bench.happens('"s1" and "s2" break', (model) => {
    model.become('s1', 'broken')
    model.become('s2', 'broken')
  })
  await bench.pass(10_000)
  mustHaveStopped(bench, 'A third action since resume')
}

/** Whoever has begun all that may be begun in an hour. */
function mustHaveStopped(bench: Bench, what: string): void {
  const { why, books, options, time } = bench
  if (why !== null || books.inLastHour(time.now) < options.maxPerHour) return
  bench.broken(`${what} is needed, and it has not stopped itself.`)
}
