import { quoted } from '@five-pillars/suite'

import { Bench } from './bench.ts'
import type { Setting } from './bench.ts'
import { flagged } from './flags.ts'
import { hostsOf } from './hosts.ts'
import { needed } from './needed.ts'
import { holdsInStories, stories } from './stories.ts'
import type { Subject } from './checks.ts'
import { evidence } from './verdicts.ts'
import { everybody } from './verified.ts'
import { waveByWave } from './waves.ts'

const audits = [waveByWave, needed, everybody, flagged]

const eight: Setting = {
  hosts: hostsOf(8, { zones: 2 }),
  options: { waves: [1, 4, 8], maxUnavailable: 4 },
  audits,
}

const DONE_MS = 90_000

/** Amidst a rollout, or its way back, another start is nothing. */
export async function startsOnce(subject: Subject): Promise<void> {
  for (const atMs of [0, 1000, 5000, 13_000, 20_000, 28_000]) {
    for (const [from, to] of [
      ['v2', 'v3'],
      ['v1', 'v2'],
    ]) {
      const bench = new Bench(subject, eight)
      bench.start()
      await bench.pass(atMs)
      bench.start(from, to)
      await bench.await('done', DONE_MS, 'The first start is what counts')
    }
    const bench = new Bench(subject, { ...eight, fate: () => ({ afterMs: 4000 }) })
    bench.start()
    await bench.pass(atMs)
    bench.abort()
    await bench.pass(1000)
    if (bench.seen === 'rolling-back') bench.start('v2', 'v3')
    await bench.await('halted', DONE_MS, 'It was to be taken back')
  }
}

/** Each rollout has all its waves: the second one of a controller, too. */
export async function startsAnew(subject: Subject): Promise<void> {
  const bench = new Bench(subject, eight)
  for (const [from, to] of [
    ['v1', 'v2'],
    ['v2', 'v3'],
    ['v3', 'v1'],
  ] as const) {
    bench.start(from, to)
    if (bench.seen === 'done') bench.broken(`${quoted(to)} was started and done at once.`)
    await bench.await('done', DONE_MS, `Nothing was wrong with ${quoted(to)}`)
    await bench.pass(5000)
  }
  bench.abort()
  await bench.await('halted', DONE_MS, 'It was to be taken back')
  if (bench.having('v3').length < 8)
    bench.broken('It went from "v3" to "v1", and not all went back.')
  await triesAnew(subject)
  await failsAgain(subject)
  await holdsInStories(
    subject,
    stories(['abort', 'start', 'start', 'down']),
    [...audits, evidence],
    0.07,
  )
  const second = new Bench(subject, { ...eight, load: { errors: (v) => (v === 'v2' ? 0.5 : 0) } })
  second.start()
  await second.await('halted', DONE_MS, 'The new version was bad')
  second.note('"v2" has been repaired')
  second.model.setLoad({ errors: () => 0 })
  second.start()
  await second.await('done', DONE_MS, 'It was started again')
  second.abort()
  await second.await('halted', DONE_MS, 'It was to be taken back')
  second.start('v1', 'v3')
  await second.await('done', DONE_MS, 'Nothing was wrong with "v3"')
  if (second.having('v3').length !== 8) throw new Error('sentinel-rollout-lives.ts: not everybody')
}

/** Each deployment fails once: that makes two tries of a host in each rollout. */
async function triesAnew(subject: Subject): Promise<void> {
  const bench = new Bench(subject, {
    ...eight,
    fate: (_, __, nth) => (nth === 0 ? { answer: 'failed', lands: false, afterMs: 500 } : {}),
  })
  for (const [from, to] of [
    ['v1', 'v2'],
    ['v2', 'v3'],
    ['v3', 'v4'],
  ] as const) {
    bench.start(from, to)
    await bench.await('done', DONE_MS, `Each second deployment of ${quoted(to)} works`)
  }
}

/** A bad version stays bad, and the flag is put off each time. */
async function failsAgain(subject: Subject): Promise<void> {
  const bench = new Bench(subject, { ...eight, load: { errors: (v) => (v === 'v2' ? 0.5 : 0) } })
  for (let nth = 0; nth < 3; nth++) {
    bench.start()
    await bench.await('halted', DONE_MS, 'The new version was bad')
    if (bench.having('v1').length < 8) bench.broken('It is halted, and not all hosts have "v1".')
  }
}
