import { Bench } from './bench.ts'
import type { Subject } from './checks.ts'
import { idsOf, itemsOf } from './items.ts'
import { auditOf } from './needed.ts'
import { fewDisruptions, removesLast } from './rules.ts'
import { everyKind, holdsInStories, stories } from './stories.ts'

const room = auditOf(fewDisruptions)
const last = auditOf(removesLast)

/** A newer plan takes down few of those that are healthy. */
export async function disruptsFew(subject: Subject): Promise<void> {
  const ids = idsOf(8)
  if (ids.length < 8) throw new Error('sentinel-self-healer-room.ts: too few')
  for (const [disruptionBudget, minHealthyRatio] of [
    [1, 0.5],
    [2, 0.75],
    [3, 0.75],
    [4, 0],
  ] as const) {
    const bench = new Bench(subject, {
      spec: { plan: 2, ids },
      items: itemsOf(ids),
      options: { maxConcurrent: 4, disruptionBudget, minHealthyRatio },
      fate: ({ id }, nth) => ({ workMs: 3000, isOk: id !== 's5' || nth > 0 }),
      audits: [room],
    })
    bench.start()
    await bench.pass(4500)
    if (minHealthyRatio <= 0.5) {
      bench.happens('"s8" breaks', (model) => model.become('s8', 'broken'))
    }
    await bench.settle(90_000)
  }
  await twoAreLeft(subject)
  await holdsInStories(
    subject,
    stories([...everyKind, 'plan', 'plan', 'other']),
    () => [room],
    0.06,
  )
}

/** Of two, one goes on serving. */
async function twoAreLeft(subject: Subject): Promise<void> {
  for (const ids of [['s1', 's2'], ['s1']]) {
    const bench = new Bench(subject, {
      spec: { plan: 2, ids },
      items: itemsOf(ids),
      options: { maxConcurrent: 4, disruptionBudget: 4, minHealthyRatio: 0 },
      audits: [room],
    })
    bench.start()
    if (ids.length > 1) await bench.settle(30_000)
    else await bench.pass(15_000)
  }
}

/** What is in use goes last, and the last one never. */
export async function removesInTheEnd(subject: Subject): Promise<void> {
  const [old, fresh] = [idsOf(4), ['n1', 'n2', 'n3']]
  const bench = new Bench(subject, {
    spec: { plan: 2, ids: fresh },
    items: itemsOf(old),
    options: { maxConcurrent: 4, disruptionBudget: 4, minHealthyRatio: 0, coolDownMs: 8000 },
    fate: ({ id, kind }, nth) => ({ isOk: id !== 'n3' || kind === 'remove' || nth > 0 }),
    audits: [last],
  })
  bench.start()
  await bench.pass(6500)
  bench.happens('"n1" is out of sight', (model) => model.become('n1', 'unknown'))
  await bench.pass(20_000)
  bench.happens('"n1" can be seen again', (model) => model.become('n1', 'healthy'))
  await bench.settle(30_000)
  bench.happens('plan 3 wants nothing', (model) => {
    model.spec = { plan: 3, ids: [] }
  })
  await bench.pass(60_000)
  await onlyBrokenOnes(subject)
  await holdsInStories(subject, stories([...everyKind, 'plan', 'plan', 'hide']), () => [last], 0.08)
}

/** Nothing is wanted, and nothing is healthy: whatever is there is all there is. */
async function onlyBrokenOnes(subject: Subject): Promise<void> {
  const bench = new Bench(subject, {
    spec: { plan: 2, ids: [] },
    items: itemsOf(['s1', 's2'], { health: 'broken' }),
    options: { minHealthyRatio: 0 },
    audits: [last],
  })
  bench.start()
  await bench.pass(10_000)
}
