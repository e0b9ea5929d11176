import { Bench } from './bench.ts'
import type { Audit } from './bench.ts'
import type { Subject } from './checks.ts'
import { idsOf, itemsOf } from './items.ts'
import { onlyNeeded } from './rules.ts'
import type { Rule } from './rules.ts'
import { everyKind, holdsInStories, stories } from './stories.ts'

/** A rule that is looked at when an action begins. */
export function auditOf(rule: Rule): Audit {
  return { apply: (bench, action) => rule(bench.facts, action) }
}

const needed = auditOf(onlyNeeded)

/** It does what is needed, and nothing else. */
export async function doesTheNeeded(subject: Subject): Promise<void> {
  const bench = new Bench(subject, {
    spec: { plan: 3, ids: idsOf(6) },
    items: [
      ...itemsOf(['s1', 's2', 's7'], { plan: 3 }),
      ...itemsOf(['s3'], { plan: 3, health: 'broken' }),
      ...itemsOf(['s4', 's8'], { plan: 2 }),
    ],
    audits: [needed],
  })
  bench.start()
  await bench.settle(40_000)
  await bench.pass(20_000)
  bench.happens('plan 4 is wanted, of others', (model) => {
    model.spec = { plan: 4, ids: ['s2', 's3', 's4', 's9'] }
  })
  await bench.settle(60_000)
  await hearsInTime(subject)
  await holdsInStories(subject, stories(everyKind), () => [needed], 0.06)
}

/** Another plan comes while it looks: what was wanted before is wanted no more. */
async function hearsInTime(subject: Subject): Promise<void> {
  for (const atMs of [20, 70, 1160]) {
    const bench = new Bench(subject, {
      spec: { plan: 1, ids: ['s1', 's2', 's3'] },
      items: itemsOf(['s1']),
      options: { maxConcurrent: 1 },
      audits: [needed],
    })
    bench.start()
    await bench.pass(atMs)
    bench.happens('plan 2 is wanted, of others', (model) => {
      model.spec = { plan: 2, ids: ['s1', 's4', 's5'] }
    })
    await bench.settle(20_000)
  }
  if (idsOf(1).length !== 1) throw new Error('sentinel-self-healer-needed.ts: not one')
}
