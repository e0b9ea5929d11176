import { VirtualTime } from '@five-pillars/simulator'
import { BrokenPromise } from '@five-pillars/suite'

import { Bench } from './bench.ts'
import type { Audit, Setting } from './bench.ts'
import type { Subject } from './checks.ts'
import { idsOf, itemsOf } from './items.ts'
import { actionText, clockText } from './words.ts'

const ids = idsOf(6)

/** From a later day to an earlier one: what somebody remembers of another healer is still to come. */
const DAY_MS = 86_400_000

const six: Setting = {
  spec: { plan: 2, ids },
  items: [...itemsOf(ids.slice(0, 4), { plan: 2 }), ...itemsOf(['s5', 's9'])],
}

/** Two healers share nothing, and from the same comes the same. */
export async function dependsOnItsOwn(subject: Subject): Promise<void> {
  const before = await actionsOf(subject, { startMs: 3 * DAY_MS, isBeside: false })
  for (const isBeside of [false, true]) {
    const after = await actionsOf(subject, { startMs: isBeside ? DAY_MS : 2 * DAY_MS, isBeside })
    for (const [index, then] of before.entries()) {
      if (after[index] === then) continue
      const now = after[index] ?? 'none'
      const again = isBeside ? 'then beside another healer' : 'then again'
      throw new BrokenPromise(
        `The same world was healed alone, and ${again}. Action ${index + 1} was ${then}, and then ${now}.`,
      )
    }
  }
}

/** Beside another one, whose world is out of order and out of sight, or alone. */
async function actionsOf(
  subject: Subject,
  { startMs, isBeside }: { startMs: number; isBeside: boolean },
): Promise<string[]> {
  const time = new VirtualTime(startMs)
  const other = new Bench(subject, {
    ...six,
    time,
    options: { maxConcurrent: 1 },
    fate: () => ({ isOk: false, workMs: 900 }),
  })
  const seen: string[] = []
  const note: Audit = {
    apply(_, action) {
      seen.push(`${actionText(action)} at ${clockText(time.now - startMs)}`)
      return null
    },
  }
  if (isBeside) other.start()
  await other.pass(4000)
  const bench = new Bench(subject, { ...six, time, audits: [note] })
  bench.start()
  for (let ms = 0; ms < 30_000; ms += 1000) {
    if (ms === 5000) for (const id of ids) other.model.become(id, 'unknown')
    if (ms === 15_000) bench.model.become('s1', 'broken')
    await bench.pass(1000)
  }
  if (ids.length < 6) throw new Error('sentinel-self-healer-independent.ts: too few')
  return seen
}
