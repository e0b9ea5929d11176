import { VirtualTime } from '@five-pillars/simulator'
import { quoted } from '@five-pillars/suite'

import { ModelWorld } from '../../model-world.ts'
import type { Item, Spec } from '../../src/self-healer.ts'
import { Bench } from './bench.ts'
import type { Audit } from './bench.ts'
import type { Subject } from './checks.ts'
import { Diary } from './diary.ts'
import { itemsOf } from './items.ts'

const OLD: Spec = { plan: 107, ids: ['a', 'b', 'd'] }
const FIRST: readonly Item[] = itemsOf(['a', 'b', 'c'], { plan: 106 })

/** Which addresses the newest plan wants: some that are there already, or none. */
const newest: readonly Spec[] = [
  { plan: 110, ids: ['b', 'd', 'e'] },
  { plan: 110, ids: ['a', 'b', 'd'] },
  { plan: 110, ids: ['e', 'f', 'g'] },
]

/**
 * Amazon Web Services, 19 October 2025 (aws.amazon.com/message/101925): the address of DynamoDB is
 * kept by several robots. One takes plan 107, sees that it is newer than what is there, and becomes
 * slow. Newer plans come; a quick one applies the newest, and cleans up. Meanwhile the old plan of
 * the slow one arrives.
 */
export async function racesForTheRecord(subject: Subject): Promise<void> {
  for (const spec of newest) {
    for (const slowMs of [4300, 30_000]) await race(subject, spec, slowMs)
  }
}

async function race(subject: Subject, spec: Spec, slowMs: number): Promise<void> {
  const time = new VirtualTime(50_000)
  const diary = new Diary(time)
  let known = OLD
  const model = new ModelWorld(time, {
    spec: OLD,
    items: FIRST,
    fate: ({ kind, plan }: { kind: string; plan?: number }, nth) => ({
      workMs: 400,
      isOk: kind === 'remove' || plan === OLD.plan || nth % 2 === 1,
    }),
  })
  const options = { maxConcurrent: 3, disruptionBudget: 2, minHealthyRatio: 0.25, coolDownMs: 1000 }
  const shared = { time, diary, model, options, audits: [record()] }
  const slow = new Bench(subject, {
    ...shared,
    name: 'E1',
    way: { desired: () => known, travelMs: () => slowMs },
  })
  const quick = new Bench(subject, { ...shared, name: 'E2' })
  diary.note('plan 106 is there, E1 takes plan 107 and is slow')
  slow.start()
  await quick.pass(2500)
  diary.note('plan 110 is there, E2 takes it')
  model.spec = spec
  quick.start()
  await both(slow, quick, slowMs + 12_000)
  diary.note('E1 hears of plan 110')
  known = spec
  await both(slow, quick, 15_000)
  if (!quick.isRight) {
    const there = model.actual.map(({ id, plan }) => `${id} of plan ${plan}`).join(', ')
    quick.broken(`Plan 110 wants ${spec.ids.join(', ')}, and the record is ${there || 'empty'}.`)
  }
}

async function both(slow: Bench, quick: Bench, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 500) {
    await quick.pass(500)
    slow.look()
  }
}

/** Never empty, and never back to an older plan. */
function record(): Audit {
  const plans = new Map<string, number>()
  return {
    look({ model: { actual } }) {
      if (!actual.some(({ health }) => health === 'healthy')) return 'The record is empty.'
      for (const { id, plan } of actual) {
        const before = plans.get(id) ?? plan
        plans.set(id, plan)
        if (plan < before)
          return `${quoted(id)} was of plan ${before}, and is of plan ${plan} again.`
      }
      for (const id of plans.keys()) if (!actual.some((item) => item.id === id)) plans.delete(id)
      return null
    },
  }
}

if (newest.length < 3) throw new Error('sentinel-self-healer-race.ts: too few plans')
