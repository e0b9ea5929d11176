import { VirtualTime } from '@five-pillars/simulator'
import { counted, quoted } from '@five-pillars/suite'

import { Bench } from './bench.ts'
import type { Audit, Setting } from './bench.ts'
import { flagged } from './flags.ts'
import { hostsOf } from './hosts.ts'
import type { Subject } from './checks.ts'
import { everybody } from './verified.ts'
import { waveByWave } from './waves.ts'

const MINUTE_MS = 60_000

/** So many minutes after midnight, as in 9:30. */
function at(hours: number, minutes: number): number {
  return (hours * 60 + minutes) * MINUTE_MS
}

const SMARS = { from: 'smars-2003', to: 'smars-rlp', flag: 'power-peg' } as const

/**
 * Knight Capital, 1 August 2012 (SEC Release 34-70694): the flag of the new orders once woke what is
 * still in the old code. Whoever runs the old code with the flag on, when the market is open, sends
 * orders that nobody gave.
 */
const wrongOrders: Audit = {
  flag: (bench, _, on) => (on ? wrongOrder(bench) : null),
  deploy({ lastFlag, time }, id, version) {
    if (lastFlag !== true || version !== SMARS.from || !isOpen(time.now)) return null
    return `The flag is on, and ${quoted(id)} gets the old code back: it sends orders that nobody gave.`
  },
  look: (bench) => (bench.lastFlag === true ? wrongOrder(bench) : null),
}

function wrongOrder({ hosts, time }: Bench): string | null {
  const old = hosts.find(({ version }) => version === SMARS.from)
  if (old === undefined) return null
  const when = isOpen(time.now) ? 'The market is open' : 'When the market opens'
  return `${when}, the flag is on, and ${quoted(old.id)} has the old code: it sends orders that nobody gave.`
}

function isOpen(now: number): boolean {
  return now >= at(9, 30)
}

const knightly: Setting = {
  ...SMARS,
  hosts: hostsOf(8, { zones: 2, version: SMARS.from }),
  options: { waves: [1, 3, 8], bakeMs: 2 * MINUTE_MS, minRequests: 100, maxUnavailable: 2 },
  audits: [wrongOrders, everybody],
}

/** Copied to seven of eight, and nobody looked; 9:30 the market opens; then the seven go back. */
export async function knight(subject: Subject): Promise<void> {
  for (const forgotten of ['s8', 's2']) {
    const bench = new Bench(subject, {
      ...knightly,
      time: new VirtualTime(at(9, 0)),
      fate: (id, version) => (id === forgotten && version === SMARS.to ? { lands: false } : {}),
    })
    bench.note('9:00')
    bench.start()
    await bench.pass(at(9, 30) - bench.time.now)
    bench.note('9:30, the market opens')
    if (bench.seen === 'done')
      bench.broken(`It is done, and ${quoted(forgotten)} has the old code.`)
    await bench.pass(4 * MINUTE_MS)
    bench.note('9:34, somebody has the seven taken back')
    bench.abort()
    await bench.await('halted', 30 * MINUTE_MS, 'Seven were to be taken back')
    await bench.pass(at(10, 15) - bench.time.now)
  }
}

/** All eight have it and the flag is on; somebody thinks that the new code is to blame. */
export async function knightReturns(subject: Subject): Promise<void> {
  for (const isAllowed of [false, true]) {
    const bench = new Bench(subject, {
      ...knightly,
      audits: [wrongOrders, flagged, onlyWhereAllowed],
      time: new VirtualTime(at(9, 0)),
      options: {
        ...knightly.options,
        compatible: (a) => isAllowed || a === SMARS.from,
      },
    })
    bench.note('9:00')
    bench.start()
    await bench.await('done', 15 * MINUTE_MS, 'All eight have the new code')
    await bench.pass(at(9, 34) - bench.time.now)
    bench.note('9:34, somebody wants all eight back')
    bench.abort()
    await bench.await(
      'halted',
      5 * MINUTE_MS,
      isAllowed ? 'All eight may go back' : 'Nobody may go back',
    )
    const back = bench.having(SMARS.from).length
    if (isAllowed && back < 8)
      bench.broken(`It is halted, and ${counted(8 - back, 'host')} did not go back.`)
  }
}

const onlyWhereAllowed: Audit = {
  deploy({ options, from, to }, id, version) {
    if (version !== from || options.compatible(to, from)) return null
    return `${quoted(id)} gets the old code back, and compatible(${quoted(to)}, ${quoted(from)}) is false.`
  },
}

const EVERY_MS = 5 * MINUTE_MS
const PROXIES = 12
const FIRST_WAVE = 1

/**
 * Cloudflare, 18 November 2025: every five minutes a file is generated. Since 11:05 some of them
 * come out twice the size, and from 13:00 on all of them; a proxy that reads such a file stops. At
 * 14:24 no more are made, and at 14:30 a good one is.
 */
export async function cloudflare(subject: Subject): Promise<void> {
  let isDouble = new Set<string>()
  const bench = new Bench(subject, {
    hosts: hostsOf(PROXIES, { zones: 3, version: 'file 11:00' }),
    from: 'file 11:00',
    to: 'file 11:00',
    flag: null,
    time: new VirtualTime(at(11, 0)),
    options: {
      waves: [FIRST_WAVE, 4, PROXIES],
      bakeMs: 30_000,
      maxUnavailable: 4,
    },
    fate: (_, version) => (isDouble.has(version) ? { downMs: Infinity } : {}),
    audits: [waveByWave, fewStop],
  })
  let good = 'file 11:00'
  for (let now = at(11, 5); now <= at(14, 35); now += EVERY_MS) {
    if (isAsBefore(now) || (now > at(14, 24) && now < at(14, 30))) continue
    await bench.pass(now - bench.time.now)
    const file = `file ${timeText(now)}`
    if (isDoubleAt(now)) isDouble = new Set([...isDouble, file])
    bench.note(`${timeText(now)}, a file${isDouble.has(file) ? ' twice the size' : ''}`)
    bench.start(good, file)
    await bench.pass(EVERY_MS - 1000)
    const wanted = isDouble.has(file) ? 'halted' : 'done'
    if (bench.seen !== wanted) {
      bench.broken(
        `Five minutes after ${quoted(file)} was made it is ${String(bench.seen)}: it must be ${wanted}.`,
      )
    }
    if (wanted === 'done') good = file
    expectAll(bench, good)
  }
  if (isDouble.size === 0) throw new Error('sentinel-rollout-incidents.ts: no file was double')
}

/** Hours in which nothing happens that has not happened before. */
function isAsBefore(now: number): boolean {
  return (now > at(11, 35) && now < at(12, 55)) || (now > at(13, 5) && now < at(14, 20))
}

/** At first a part of the database was changed, then all of it. */
function isDoubleAt(now: number): boolean {
  if (now < at(11, 20) || now >= at(14, 30)) return false
  return now >= at(13, 0) || (now / EVERY_MS) % 3 !== 0
}

const fewStop: Audit = {
  look({ hosts }) {
    const stopped = hosts.filter(({ healthy }) => !healthy).length
    if (stopped <= 4) return null
    return `${stopped} of ${hosts.length} proxies have stopped.`
  },
}

function expectAll(bench: Bench, file: string): void {
  const other = bench.hosts.find(({ version, healthy }) => version !== file || !healthy)
  if (other === undefined) return
  bench.broken(
    `${quoted(other.id)} has ${quoted(other.version)}, and ${quoted(file)} is the last good one.`,
  )
}

function timeText(now: number): string {
  const minutes = Math.round(now / MINUTE_MS)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
