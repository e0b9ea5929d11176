import { quoted } from '@five-pillars/suite'

import { Bench } from './bench.ts'
import type { Audit } from './bench.ts'
import type { Subject } from './checks.ts'
import { idsOf, itemsOf } from './items.ts'
import { auditOf } from './needed.ts'
import { backsOff } from './rules.ts'
import { everyKind, holdsInStories, stories } from './stories.ts'

const waits = auditOf(backsOff)

const COOL_DOWN_MS = 1500
const TRIES = 8
const FLAPPING_MS = 4000
const WELL_MS = 3400

/** The wait doubles with each action on an item, and with none on another. */
export async function waitsLonger(subject: Subject): Promise<void> {
  await failsOften(subject, [waits])
  await flaps(subject)
  await holdsInStories(subject, stories([...everyKind, 'break', 'break']), () => [waits], 0.08)
}

/** One fails again and again, and another one breaks now and then. */
export async function failsOften(subject: Subject, audits: readonly Audit[]): Promise<Bench> {
  const ids = idsOf(6)
  const bench = new Bench(subject, {
    spec: { plan: 1, ids },
    items: itemsOf(ids),
    options: { coolDownMs: COOL_DOWN_MS },
    fate: ({ id }, nth) => ({ workMs: 800, isOk: id === 's2' || nth >= TRIES }),
    audits,
  })
  bench.happens('"s1" breaks', (model) => model.become('s1', 'broken'))
  bench.start()
  await bench.pass(20_000)
  for (let nth = 0; nth < 4; nth++) {
    bench.happens('"s2" breaks', (model) => model.become('s2', 'broken'))
    await bench.pass(25_000)
  }
  await bench.settle(250_000)
  await bench.pass(60_000)
  bench.happens('"s1" breaks, and was well for long', (model) => model.become('s1', 'broken'))
  await bench.settle(10_000)
  return bench
}

/** Whoever breaks again each time has not been healed. */
async function flaps(subject: Subject): Promise<void> {
  const ids = idsOf(4)
  const bench = new Bench(subject, {
    spec: { plan: 1, ids },
    items: itemsOf(ids),
    options: { coolDownMs: FLAPPING_MS },
    fate: () => ({ workMs: 500 }),
    audits: [waits, breaksAgain('s1')],
  })
  bench.happens('"s1" breaks', (model) => model.become('s1', 'broken'))
  bench.start()
  await bench.pass(70_000)
  if (FLAPPING_MS < WELL_MS)
    throw new Error('sentinel-self-healer-back-off.ts: it is well too long')
}

/** A while after it is well, and before its shortest wait is over, it breaks. */
function breaksAgain(id: string): Audit {
  let wellSince: number | null = null
  return {
    look(bench) {
      const isWell = bench.actual.some((item) => item.id === id && item.health === 'healthy')
      if (!isWell) wellSince = null
      else wellSince ??= bench.time.now
      if (wellSince === null || bench.time.now - wellSince < WELL_MS) return null
      bench.happens(`${quoted(id)} breaks again`, (model) => model.become(id, 'broken'))
      return null
    },
  }
}
