import { Bench } from './bench.ts'
import type { Subject } from './checks.ts'
import { idsOf, itemsOf } from './items.ts'
import { auditOf } from './needed.ts'
import { leavesUnknown, oneAtATime, yieldsToNewer } from './rules.ts'
import { everyKind, holdsInStories, stories } from './stories.ts'

const unknown = auditOf(leavesUnknown)
const newer = auditOf(yieldsToNewer)
const once = auditOf(oneAtATime)

const ids = idsOf(6)

/** Whoever cannot be seen is left alone: to be put, to be put anew, to be removed. */
export async function leavesTheUnknown(subject: Subject): Promise<void> {
  const bench = new Bench(subject, {
    spec: { plan: 2, ids: ids.slice(0, 5) },
    items: [
      ...itemsOf(ids.slice(0, 4), { plan: 2 }),
      ...itemsOf(['s5'], { plan: 1, health: 'unknown' }),
      ...itemsOf(['s6'], { plan: 2, health: 'unknown' }),
    ],
    audits: [unknown],
  })
  bench.start()
  await bench.pass(8000)
  bench.happens('"s1" is out of sight', (model) => model.become('s1', 'unknown'))
  await bench.pass(30_000)
  bench.happens('"s1" and "s5" can be seen again', (model) => {
    model.become('s1', 'healthy')
    model.become('s5', 'healthy')
  })
  await bench.pass(20_000)
  bench.happens('"s6" can be seen again', (model) => model.become('s6', 'healthy'))
  await bench.settle(20_000)
  if (ids.length < 6) throw new Error('sentinel-self-healer-seen.ts: too few')
  await holdsInStories(subject, stories([...everyKind, 'hide', 'hide']), () => [unknown], 0.06)
}

/** Whoever is late holds still, until it hears of the newer plan. */
export async function yieldsToTheNewer(subject: Subject): Promise<void> {
  const bench = new Bench(subject, {
    spec: { plan: 7, ids: ['s1', 's2', 's3'] },
    items: [...itemsOf(['s1'], { plan: 6 }), ...itemsOf(['s3', 's4'], { plan: 9 })],
    audits: [newer],
  })
  bench.start()
  await bench.pass(20_000)
  bench.happens('plan 9 is wanted', (model) => {
    model.spec = { plan: 9, ids: ['s1', 's3', 's4'] }
  })
  await bench.settle(20_000)
  await holdsInStories(subject, stories([...everyKind, 'late', 'plan']), () => [newer], 0.06)
}

/** An action under way is not begun once more, and others are few. */
export async function beginsOnce(subject: Subject): Promise<void> {
  for (const maxConcurrent of [1, 2, 3]) {
    const bench = new Bench(subject, {
      spec: { plan: 1, ids: ids.slice(0, 5) },
      items: [...itemsOf(['s1', 's2', 's6']), ...itemsOf(['s3'], { health: 'broken' })],
      options: { maxConcurrent },
      fate: () => ({ travelMs: 4000, workMs: 6000 }),
      audits: [once],
    })
    bench.start()
    await bench.pass(5000)
    bench.stop()
    bench.start()
    await bench.settle(90_000)
  }
  await holdsInStories(subject, stories(everyKind), () => [once], 0.06)
}
