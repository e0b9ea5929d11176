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
  await breaks(bench, 's1', 'It is the first action')
  bench.stop()
  await bench.pass(55 * MINUTE_MS)
  bench.start()
  await breaks(bench, 's2', 'It is the second in an hour')
  await breaks(bench, 's3', 'It is the third in an hour')
  bench.stop()
  await bench.pass(6 * MINUTE_MS)
  bench.start()
  await breaks(bench, 's4', 'The first one is more than an hour ago')
  bench.happens('"s5" breaks', (model) => model.become('s5', 'broken'))
  await bench.pass(10_000)
  if (bench.why === null) bench.broken('A fourth action in ten minutes is needed.')
  await stopsWhenFull(subject)
  await holdsInStories(subject, stories([...everyKind, 'break', 'lose']), [hourly], 0.06)
}

async function breaks(bench: Bench, id: string, why: string): Promise<void> {
  if (ids.length < 6) throw new Error('sentinel-self-healer-hour.ts: too few')
  bench.happens(`"${id}" breaks`, (model) => model.become(id, 'broken'))
  await bench.converge(10_000, why)
}

/** One more would be needed: somebody must look. Whoever says go on begins another hour. */
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
  if (bench.why === null) bench.broken('A third action is needed, and it has not stopped itself.')
  bench.stop()
  await bench.pass(HOUR_MS + MINUTE_MS)
  bench.start()
  await bench.pass(5000)
  if (bench.why === null) bench.broken('Nobody has said resume, and it goes on.')
  bench.resume()
  await bench.converge(10_000, 'After resume there may be two more')
  bench.happens('"s1" and "s2" break', (model) => {
    model.become('s1', 'broken')
    model.become('s2', 'broken')
  })
  await bench.pass(10_000)
  if (bench.why === null) bench.broken('A third action since resume is needed, and it goes on.')
  bench.resume()
  await bench.converge(10_000, 'After the next resume there may be two more')
}
