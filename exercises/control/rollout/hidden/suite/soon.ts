import { Bench } from './bench.ts'
import type { Audit } from './bench.ts'
import { hostsOf } from './hosts.ts'
import type { Subject } from './checks.ts'
import { errorsOf } from './verdicts.ts'
import { clockText } from './words.ts'

/** Whoever looks is late by this at most; the brief says three seconds. */
export const LATE_MS = 3500

/** A verdict that is due for long, and does not fall. */
function prompt(): Audit {
  let since = Infinity
  return {
    look({ bakes, options, time }) {
      const known = bakes.evidence()
      const { bakeMs, minRequests } = options
      const isDue =
        known !== null &&
        known.bakedMs >= bakeMs &&
        (known.isLast || Math.min(known.fresh.requests, known.old.requests) >= minRequests)
      since = isDue ? Math.min(since, time.now) : Infinity
      if (time.now - since <= LATE_MS) return null
      return `All evidence has been there for ${clockText(time.now - since)}, and there is no verdict.`
    },
  }
}

/** Whatever it waits for, it sees it within three seconds. */
export async function judgesSoon(subject: Subject): Promise<void> {
  for (const errors of [0, 0.4]) {
    const bench = new Bench(subject, {
      hosts: hostsOf(8, { zones: 2 }),
      options: { waves: [1, 3, 8], bakeMs: 20_000 },
      load: { perSecond: 0, errors: errorsOf('v2', errors) },
      audits: [prompt()],
    })
    bench.start()
    await bench.pass(24_000)
    bench.note('users come')
    bench.model.setLoad({ perSecond: 50 })
    await bench.await(errors === 0 ? 'done' : 'halted', 120_000, 'Users have come')
  }
  await waitsForRoom(subject)
}

/** As many as may are down, and then they are well again. */
async function waitsForRoom(subject: Subject): Promise<void> {
  const bench = new Bench(subject, {
    hosts: [...hostsOf(3, { version: 'v2' }), ...hostsOf(8).slice(3)],
    options: { waves: [6, 8], maxUnavailable: 2, bakeMs: 60_000 },
  })
  bench.note('"s1" and "s2" are down')
  for (const id of ['s1', 's2']) bench.model.strike(id, 30_000)
  bench.start()
  await bench.pass(30_000 + LATE_MS)
  if (bench.model.underWay.length + bench.having('v2').length <= 3) {
    bench.broken(`There has been room for ${clockText(LATE_MS)}, and nobody is deployed to.`)
  }
  await bench.await('done', 200_000, 'Nothing was wrong with the new version')
}

if (LATE_MS < 3000) throw new Error('sentinel-rollout-soon.ts: the brief says three seconds')
