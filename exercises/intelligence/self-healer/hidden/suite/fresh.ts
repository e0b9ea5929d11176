import { quoted } from '@five-pillars/suite'

import { Bench } from './bench.ts'
import type { Audit } from './bench.ts'
import type { Subject } from './checks.ts'
import { idsOf, itemsOf } from './items.ts'
import { everyKind, holdsInStories, stories } from './stories.ts'
import { clockText } from './words.ts'

/** Every action goes by what was seen last, and that is no older than the last answer. */
const fresh: Audit = {
  apply({ books, time }, { id }, ifGeneration) {
    if (books.seen === null) return `It acts on ${quoted(id)}, and has seen nothing yet.`
    const { generation, observedAt } = books.seen.observation
    if (observedAt < books.answeredAt) {
      const [seen, answered] = [clockText(observedAt), clockText(books.answeredAt)]
      return `At ${clockText(time.now)} it acts on ${quoted(id)} by what was so at ${seen}; an action of its own was answered at ${answered}.`
    }
    if (ifGeneration === generation) return null
    return `It acts on ${quoted(id)} if the generation is ${String(ifGeneration)}, and it has seen ${generation}.`
  },
}

const ids = idsOf(6)

/** A monitor that lags shows what was there before it acted. */
export async function actsOnFreshFacts(subject: Subject): Promise<void> {
  for (const lagMs of [0, 4000, 15_000]) {
    const bench = new Bench(subject, {
      spec: { plan: 1, ids },
      items: [...itemsOf(ids.slice(0, 4)), ...itemsOf(['s9'])],
      options: { coolDownMs: 1000, maxConcurrent: 3 },
      fate: (_, nth) => ({ workMs: 700, isOk: nth > 0 }),
      audits: [fresh],
    })
    bench.model.lagMs = lagMs
    bench.start()
    await bench.pass(20_000)
    bench.happens('"s1" breaks', (model) => model.become('s1', 'broken'))
    for (let nth = 0; nth < 6; nth++) {
      await bench.reach(() => bench.books.underWay.size > 0, 20_000)
      await bench.reach(() => bench.books.underWay.size === 0, 5000, 250)
      bench.stop()
      bench.start()
    }
    await bench.settle(100_000)
  }
  if (ids.length < 6) throw new Error('sentinel-self-healer-fresh.ts: too few')
  for (const lagMs of [0, 4000]) await isContradicted(subject, lagMs)
  await holdsInStories(subject, stories(everyKind), () => [fresh], 0.06)
}

/** After a conflict the old facts are no facts any more. */
async function isContradicted(subject: Subject, lagMs: number): Promise<void> {
  const bench = new Bench(subject, {
    spec: { plan: 2, ids: ids.slice(0, 4) },
    items: itemsOf(ids.slice(0, 3), { plan: 2 }),
    fate: () => ({ travelMs: 1500 }),
    audits: [fresh],
  })
  bench.model.lagMs = lagMs
  bench.start()
  await bench.pass(1300)
  bench.happens('somebody puts "s4", and it is broken', (model) => {
    model.change('s4', { plan: 2, health: 'broken' })
  })
  await bench.settle(30_000)
}

/** Somebody else was faster: nothing was changed, and it looks again. */
export async function retriesConflicts(subject: Subject): Promise<void> {
  const bench = new Bench(subject, {
    spec: { plan: 2, ids: ids.slice(0, 3) },
    items: itemsOf(ids.slice(0, 3), { plan: 2 }),
    options: { coolDownMs: 60_000 },
    fate: (_, nth) => (nth < 3 ? { travelMs: 1500 } : {}),
  })
  bench.happens('"s1" breaks', (model) => model.become('s1', 'broken'))
  bench.start()
  for (let nth = 0; nth < 3; nth++) {
    const isBegun = await bench.reach(() => bench.books.begun.length > nth, 8000, 100)
    if (!isBegun) bench.broken('A conflict is no try: within 5 s "s1" may be put again.')
    bench.happens('somebody puts "s1", and it is broken', (model) => {
      model.change('s1', { plan: 2, health: 'broken' })
    })
  }
  await bench.converge(15_000, 'Nobody is in the way any more')
}
