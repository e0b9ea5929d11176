import { quoted } from '@five-pillars/suite'

import { Bench } from './bench.ts'
import type { Audit, Setting } from './bench.ts'
import { hostsOf } from './hosts.ts'
import { holdsInStories, stories } from './stories.ts'
import type { Subject } from './checks.ts'

/** On last, and off first. */
export const flagged: Audit = {
  flag({ options, from, to, bakes, hasTurned, isAborted, hosts }, name, on) {
    if (name !== options.flag) return `The flag ${quoted(name)} is none of this rollout.`
    if (!on) return null
    const put = `The flag is put on`
    if (hasTurned || isAborted) return `${put} on the way back.`
    const left = hosts.find(({ version, healthy }) => version !== to || !healthy)
    if (left !== undefined) {
      const is = left.version === to ? 'is down' : `reports ${quoted(left.version)}`
      return `${put}, and ${quoted(left.id)} ${is}.`
    }
    const { length } = options.waves
    if (bakes.index < length)
      return `${put}, and wave ${bakes.index + 1} of ${length} was not judged.`
    return from === to ? `${put}, and nothing was rolled out.` : null
  },
  deploy({ options, from, lastFlag }, id, version) {
    if (version !== from || options.flag === undefined || lastFlag === false) return null
    const is = lastFlag === null ? 'nobody has put the flag off' : 'the flag is on'
    return `${quoted(id)} is given ${quoted(from)}, and ${is}.`
  },
  look({ options, seen, from, to, lastFlag }) {
    if (options.flag === undefined) return null
    if (seen === 'done' && lastFlag !== true) return 'It is done, and the flag is not on.'
    if (seen !== 'halted' || lastFlag === false || !options.compatible(from, to)) return null
    return 'It is halted, and nobody has put the flag off.'
  },
}

/** When something is bad, and when somebody says so. */
export async function aboutFlags(subject: Subject): Promise<void> {
  for (const flag of ['new', '', 'constructor']) {
    const setting = { ...eight, flag, audits: [flagged] }
    const shipped = new Bench(subject, setting)
    shipped.start()
    await shipped.await('done', 90_000, 'Nothing was wrong with the new version')
    await shipped.pass(5000)
    shipped.abort()
    await shipped.await('halted', 60_000, 'It was to be taken back')
    const bad = new Bench(subject, { ...setting, load: { errors: failing } })
    bad.start()
    await bad.await('halted', 60_000, 'The new version was bad')
  }
  for (const atMs of [0, 1000, 6000, 14_000, 30_000]) {
    const bench = new Bench(subject, { ...eight, audits: [flagged] })
    bench.start()
    await bench.pass(atMs)
    bench.abort()
    await bench.await('halted', 60_000, 'It was to be taken back')
  }
  await holdsInStories(subject, stories(['abort', 'down']), [flagged], 0.04)
}

/** Without a flag there is none to touch. */
export async function namesNoFlag(subject: Subject): Promise<void> {
  for (const errors of [() => 0, failing]) {
    const bench = new Bench(subject, { ...eight, flag: null, load: { errors }, audits: [flagged] })
    bench.start()
    await bench.reach(['done', 'halted'], 90_000)
    bench.abort()
    await bench.await('halted', 60_000, 'It was to be taken back')
  }
}

const eight: Setting = {
  hosts: hostsOf(8, { zones: 2 }),
  options: { waves: [1, 4, 8], maxUnavailable: 4 },
}

function failing(version: string): number {
  return version === 'v2' ? 0.4 : 0.01
}

/** Whoever must not go from one version to another does not. */
const allowed: Audit = {
  deploy({ options, from, to, hasTurned, isAborted }, id, version) {
    const given = `${quoted(id)} is given ${quoted(version)}`
    if (version === from && !options.compatible(to, from)) {
      return `${given}, and compatible(${quoted(to)}, ${quoted(from)}) is false.`
    }
    if (version !== to) return null
    if (!options.compatible(from, to)) {
      return `${given}, and compatible(${quoted(from)}, ${quoted(to)}) is false.`
    }
    return hasTurned || isAborted ? `${given} although it is to be taken back.` : null
  },
}

/** Where there is no way back, it halts where it is, with the flag off. */
export async function aboutNoReturn(subject: Subject): Promise<void> {
  const audits = [allowed, flagged]
  const setting = { ...eight, audits, options: { ...eight.options, compatible: onlyThere } }
  const good = new Bench(subject, setting)
  good.start()
  await good.await('done', 90_000, 'Nobody has to go back')
  const bad = new Bench(subject, { ...setting, load: { errors: failing } })
  bad.start()
  await bad.await('halted', 5000 + bad.options.bakeMs + 3500, 'It is bad, and there is no way back')
  await bad.pass(20_000)
  for (const atMs of [0, 1000, 6000, 13_000, 16_000, 60_000]) {
    const bench = new Bench(subject, setting)
    bench.start()
    await bench.pass(atMs)
    bench.abort()
    await bench.await('halted', 1000, 'There is no way back')
    await bench.pass(20_000)
    if (bench.seen !== 'halted') bench.broken(`It was halted, and is ${String(bench.seen)}.`)
  }
  const silent = new Bench(subject, { ...setting, fate: (id) => ({ lands: id !== 's5' }) })
  silent.start()
  await silent.await('halted', 120_000, 'One host does not take it, and there is no way back')
  await refuses(subject, audits)
}

function onlyThere(a: string, b: string): boolean {
  return a < b
}

/** It does not even begin. */
async function refuses(subject: Subject, audits: readonly Audit[]): Promise<void> {
  const options = { ...eight.options, compatible: (a: string, b: string) => !onlyThere(a, b) }
  const bench = new Bench(subject, { ...eight, audits, options })
  bench.start()
  await bench.await('halted', 1000, 'Nobody may go there')
  await bench.pass(20_000)
  bench.start('v1', 'v0')
  await bench.await('done', 90_000, 'Whoever has "v1" may go to "v0"')
  if (bench.having('v0').length === 0) throw new Error('sentinel-rollout-flags.ts: nobody went')
}
