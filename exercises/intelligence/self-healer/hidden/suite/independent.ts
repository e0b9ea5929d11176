import { VirtualTime } from '@five-pillars/simulator'
import { BrokenPromise } from '@five-pillars/suite'

import { Bench } from './bench.ts'
import type { Audit, Setting } from './bench.ts'
import type { Subject } from './checks.ts'
import { idsOf, itemsOf } from './items.ts'
import { auditOf } from './needed.ts'
import { onlyNeeded } from './rules.ts'
import { actsSoon } from './soon.ts'
import { actionText, clockText } from './words.ts'

const ids = idsOf(6)

const six: Setting = {
  spec: { plan: 2, ids },
  items: [...itemsOf(ids.slice(0, 4), { plan: 2 }), ...itemsOf(['s5', 's9'])],
}

/** Two healers share nothing, and from the same comes the same. */
export async function dependsOnItsOwn(subject: Subject): Promise<void> {
  await sharesNothing(subject)
  const before = await actionsOf(subject)
  const after = await actionsOf(subject)
  for (const [index, then] of before.entries()) {
    if (after[index] === then) continue
    const now = after[index] ?? 'none'
    throw new BrokenPromise(
      `The same world was healed twice. Action ${index + 1} was ${then}, and then ${now}.`,
    )
  }
}

function audits(): Audit[] {
  return [auditOf(onlyNeeded), actsSoon()]
}

/** Two worlds in one time: the first is out of sight and out of order, the second is well. */
async function sharesNothing(subject: Subject): Promise<void> {
  const time = new VirtualTime(90_000)
  const bad = new Bench(subject, {
    ...six,
    time,
    options: { maxConcurrent: 1 },
    fate: () => ({ isOk: false, workMs: 9000 }),
    audits: audits(),
  })
  const good = new Bench(subject, { ...six, time, audits: audits() })
  bad.start()
  await bad.pass(1500)
  good.start()
  for (let ms = 0; ms < 40_000; ms += 500) {
    await bad.pass(500)
    good.look()
    if (ms === 20_000) for (const id of ids) bad.model.become(id, 'unknown')
  }
  if (!good.isRight) good.broken('Beside another healer this one has not come to an end.')
  if (good.why !== null) good.broken('Another healer has stopped itself, and this one as well.')
}

async function actionsOf(subject: Subject): Promise<string[]> {
  const seen: string[] = []
  const bench = new Bench(subject, {
    ...six,
    audits: [
      {
        apply({ time }, action) {
          seen.push(`${actionText(action)} at ${clockText(time.now)}`)
          return null
        },
      },
    ],
  })
  bench.start()
  await bench.pass(30_000)
  if (seen.length === 0) bench.broken('There was something to do, and nothing was done.')
  if (ids.length < 6) throw new Error('sentinel-self-healer-independent.ts: too few')
  return seen
}
