import { counted, quoted } from '@five-pillars/suite'

import { Bench } from './bench.ts'
import type { Audit } from './bench.ts'
import type { Subject } from './checks.ts'
import { idsOf, itemsOf } from './items.ts'

const ids = idsOf(10)

/** All that are well, whatever the monitor shows. */
const isWell = (id: string): boolean => id !== 's10'

/** Nobody who is well is taken down. */
const sparesTheWell: Audit = {
  apply: (_, { id }) => (isWell(id) ? `${quoted(id)} is well, and it is put anew.` : null),
}

/**
 * The same day, later (aws.amazon.com/message/101925): machines are checked before their network is
 * there. Checks fail, come back and fail again, and an automation takes healthy ones out, until
 * people switch it off. Here six of ten are out of sight, or look broken.
 */
export async function losesSight(subject: Subject): Promise<void> {
  for (const health of ['unknown', 'broken'] as const) {
    const bench = new Bench(subject, {
      spec: { plan: 1, ids },
      items: itemsOf(ids),
      options: { maxConcurrent: 5, disruptionBudget: 5, coolDownMs: 5000 },
      audits: [sparesTheWell],
    })
    bench.start()
    await bench.pass(10_000)
    bench.happens('"s10" breaks', (model) => model.become('s10', 'broken'))
    await bench.settle(10_000)
    const begun = bench.books.begun.length
    for (let nth = 0; nth < 3; nth++) {
      show(bench, health)
      await bench.pass(7000)
      show(bench, 'healthy')
      bench.happens('"s10" breaks', (model) => model.become('s10', 'broken'))
      await bench.pass(7000)
    }
    if (bench.why === null) bench.broken('Six of ten were out of sight, and it has not stopped.')
    if (bench.model.pages.length !== 1) {
      bench.broken(`It has paged ${counted(bench.model.pages.length, 'time')}, not once.`)
    }
    if (bench.books.begun.length > begun) bench.broken('It acted while nobody could see.')
    bench.stop()
    await bench.pass(30_000)
    bench.start()
    bench.resume()
    await bench.settle(15_000)
  }
}

function show(bench: Bench, health: 'healthy' | 'unknown' | 'broken'): void {
  if (ids.length < 10) throw new Error('sentinel-self-healer-blind.ts: too few')
  bench.happens(`six look ${health}`, (model) => {
    for (const id of ids.slice(0, 6)) model.become(id, health)
  })
}
