import { VirtualTime } from '@five-pillars/simulator'
import { BrokenPromise } from '@five-pillars/suite'

import { auditGoesOn } from './audits.ts'
import { Bench } from './bench.ts'
import type { Script } from './bench.ts'
import { SAME_MS } from './called.ts'
import type { Subject } from './checks.ts'
import { ample, LONG_MS } from './stories.ts'
import { clockText } from './words.ts'

const lean = { ...ample, budgetRatio: 0, budgetBurst: 3 } as const

const failing: Script = {
  endings: [
    { kind: 'answers', status: 503, afterMs: 30 },
    { kind: 'hangs' },
    { kind: 'rejects', isSent: true, afterMs: 10 },
    { kind: 'answers', status: 200, afterMs: 10 },
  ],
  forMs: LONG_MS,
  idempotent: true,
}

/** A caller depends on its own calls, its clock and its rng alone. */
export async function dependsOnItsOwn(subject: Subject): Promise<void> {
  await sharesNothing(subject)
  const before = await timesOf(subject)
  await timesOf(subject)
  expectSame(before, await timesOf(subject))
}

/** Two callers of one time: one of them spends all that it has. */
async function sharesNothing(subject: Subject): Promise<void> {
  const time = new VirtualTime(1000)
  const [first, second] = [4, 5].map((seed) => new Bench(subject, lean, { seed, time }))
  if (first === undefined || second === undefined) return
  const spent = [first.call(failing), first.call(failing)]
  await first.finish()
  const third = new Bench(subject, lean, { seed: 6, time })
  for (const bench of [second, third]) {
    const called = bench.call(failing)
    await bench.finish()
    auditGoesOn(called, bench)
  }
  if (spent.length === 0) throw new Error('sentinel-retry-budget-independent.ts: nobody called')
}

/** When the attempts of the same calls begin, counted from the first. */
async function timesOf(subject: Subject): Promise<readonly number[]> {
  const bench = new Bench(subject, ample, { seed: 7 })
  for (let nth = 0; nth < 4; nth++) {
    bench.call(failing)
    await bench.pass(60)
  }
  await bench.finish()
  return bench.calls.flatMap(({ tries }) => tries.map(({ at }) => at))
}

function expectSame(before: readonly number[], after: readonly number[]): void {
  const index = before.findIndex((at, place) => !(Math.abs(at - (after[place] ?? NaN)) < SAME_MS))
  if (index === -1 && before.length === after.length) return
  const [then, now] = [before, after].map((times) => {
    const at = times[Math.max(0, index)]
    return at === undefined ? 'never' : `at ${clockText(at)}`
  })
  const sentence = 'The same calls were made of two callers, with the same dice'
  throw new BrokenPromise(`${sentence}. Attempt ${index + 1} began ${then}, and then ${now}.`)
}
