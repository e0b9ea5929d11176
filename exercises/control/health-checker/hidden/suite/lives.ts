import { holdsLater } from '@five-pillars/suite'

import { no, yes } from './answers.ts'
import { Bench } from './bench.ts'
import type { Subject } from './checks.ts'
import { playStory, stories } from './comings.ts'
import type { Step } from './comings.ts'
import { expectRate } from './rhythm.ts'

const options = { intervalMs: 1000, timeoutMs: 300, rise: 1, fall: 2 }
const SPAN_MS = 20_000

/** Stories take long, and show what is wrong soon. */
const some = { factor: 0.3 }

/** A is there and was probed. */
const begun: readonly Step[] = [
  { kind: 'start' },
  { kind: 'add', id: 0 },
  { kind: 'pass', ms: 1100 },
]

if (options.rise !== 1)
  throw new Error('sentinel-health-checker-lives.ts: the first good one is told')

/** Whoever is removed is unknown and silent; who comes back begins anew. */
export async function removedIsGone(subject: Subject): Promise<void> {
  await playStory(subject, {
    counting: { rise: 1, fall: 2 },
    pool: ['A'],
    steps: [...begun, { kind: 'remove', id: 0 }, { kind: 'pass', ms: 2500 }],
    answers: [yes, no],
  })
  await holdsLater(
    [stories(['add', 'remove', 'readd'])],
    (story) => playStory(subject, story),
    some,
  )
  const all = stories(['add', 'remove', 'readd', 'start', 'stop'])
  await holdsLater([all], (story) => playStory(subject, story), some)
  const bench = new Bench(subject, options, { answers: () => yes })
  bench.start()
  for (let life = 0; life < 3; life++) {
    bench.remove('A')
    bench.add('A')
    await bench.pass(life === 1 ? 0 : 1300)
  }
  await expectSteady(bench)
}

/** Whoever is stopped is silent and keeps its status; a start goes on from there. */
export async function stoppedIsSilent(subject: Subject): Promise<void> {
  await playStory(subject, {
    counting: { rise: 1, fall: 2 },
    pool: ['A'],
    steps: [{ kind: 'add', id: 0 }, { kind: 'pass', ms: 2500 }, ...begun],
    answers: [yes, no],
  })
  await playStory(subject, {
    counting: { rise: 1, fall: 2 },
    pool: ['A'],
    steps: [...begun, { kind: 'stop' }, { kind: 'pass', ms: 2500 }],
    answers: [yes, no],
  })
  await holdsLater(
    [stories(['start', 'stop', 'restart'])],
    (story) => playStory(subject, story),
    some,
  )
  const bench = new Bench(subject, options, { answers: () => yes })
  bench.add('A')
  for (let start = 0; start < 3; start++) {
    bench.start()
    await bench.pass(start === 1 ? 0 : 1300)
    bench.stop()
  }
  bench.start()
  await expectSteady(bench)
}

/** Adding a target or starting the checker again changes nothing. */
export async function twiceIsOnce(subject: Subject): Promise<void> {
  await holdsLater([stories(['add', 'start', 'stop'])], (story) => playStory(subject, story), some)
  const bench = new Bench(subject, options, { answers: () => yes })
  bench.start()
  bench.add('A')
  await bench.pass(500)
  bench.add('A')
  bench.start()
  await bench.pass(1800)
  bench.start()
  bench.add('A')
  await expectSteady(bench)
}

/** Nobody is left over who probes beside the present rhythm. */
async function expectSteady(bench: Bench): Promise<void> {
  const since = bench.time.now + options.intervalMs
  await bench.pass(SPAN_MS + 2 * options.intervalMs)
  expectRate(bench, 'A', since, SPAN_MS)
}

/** A listener may stop the checker, or remove the target that it is told of. */
export async function listenersMayCall(subject: Subject): Promise<void> {
  for (const act of ['stop', 'remove'] as const) {
    const bench = new Bench(subject, options, { answers: (_, nth) => (nth === 0 ? yes : no) })
    bench.listen(({ status }) => {
      if (status !== 'up') return
      if (act === 'stop') bench.stop()
      else bench.remove('A')
    })
    bench.add('A')
    bench.start()
    await bench.pass(2000)
    const before = bench.probes.length
    await bench.pass(5000)
    const what = act === 'stop' ? 'stopped the checker' : 'removed A'
    if (bench.probes.length > before)
      bench.broken(`A listener ${what}, and A is probed all the same.`)
    const wanted = act === 'stop' ? 'up' : 'unknown'
    if (bench.status('A') !== wanted) bench.broken(`A listener ${what}, and A is not ${wanted}.`)
    if (bench.told.length > 1) bench.broken(`A listener ${what}, and was told more of A.`)
    bench.stop()
    if (bench.time.timers > 0) bench.broken(`A listener ${what}, and a timer is left for ever.`)
  }
}
