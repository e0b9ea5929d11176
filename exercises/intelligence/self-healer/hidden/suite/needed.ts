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
  if (bench.actual.length !== 4) throw new Error('sentinel-self-healer-needed.ts: not four')
  await holdsInStories(subject, stories(everyKind), () => [needed], 0.06)
}
