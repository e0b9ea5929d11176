import { runAsync, unmetDangers } from '@five-pillars/simulator'
import type { Report } from '@five-pillars/simulator'
import fc from 'fast-check'

import { dangers, scenario } from '../../scenario.ts'
import type { Subject } from '../../subject.ts'

/** What a round through many worlds has shown. */
export interface Tour {
  readonly worlds: number
  /** Runs in which something happened that must not. */
  readonly unsafe: readonly Report[]
  /** Runs in which nothing happened that must. */
  readonly stuck: readonly Report[]
  /** Dangers that were met nowhere. */
  readonly unmet: readonly string[]
}

const WORLDS_MIN = 30

/** Worlds for each case that `FUZZ_RUNS` asks for: a run takes some milliseconds. */
const FACTOR = 0.15

/** What breaks a promise without any faults is not sent far: it is told of that promise. */
const WORLDS_OF_BROKEN = 1

/** Enough to choose the simplest from; a submission that fails everywhere is not run everywhere. */
const KEPT_MAX = 3

const tours = new WeakMap<Subject['createSaga'], Promise<Tour>>()
const broken = new WeakSet<Subject['createSaga']>()

/** A submission that is known to be wrong by now. */
export function noteBroken({ createSaga }: Subject): void {
  broken.add(createSaga)
}

/** Whether it is. */
export function isBroken({ createSaga }: Subject): boolean {
  return broken.has(createSaga)
}

/** Whether a run went wrong only in that something did not happen. */
export function isStuck({ findings }: Report): boolean {
  return findings.every(({ kind }) => kind === 'liveness')
}

/** Runs a submission in many worlds, or in as many as `FUZZ_RUNS` asks for. */
export function tourOf(subject: Subject): Promise<Tour> {
  const known = tours.get(subject.createSaga)
  if (known !== undefined) return known
  const tour = travel(subject)
  tours.set(subject.createSaga, tour)
  return tour
}

async function travel(subject: Subject): Promise<Tour> {
  const world = scenario(subject)
  const { seed: first = 0, numRuns = 100 } = fc.readConfigureGlobal()
  const worlds = isBroken(subject)
    ? WORLDS_OF_BROKEN
    : Math.max(WORLDS_MIN, Math.ceil(numRuns * FACTOR))
  const unsafe: Report[] = []
  const stuck: Report[] = []
  const met: Pick<Report, 'coverage'>[] = []
  for (let place = 0; place < worlds; place++) {
    if (unsafe.length >= KEPT_MAX || stuck.length >= 2 * KEPT_MAX) break
    const report = await runAsync(world, { seed: seedOf(first, place) })
    met.push({ coverage: report.coverage })
    if (report.findings.length === 0) continue
    if (isStuck(report)) stuck.push(report)
    else unsafe.push(report)
  }
  const unmet = isBroken(subject) ? [] : unmetDangers(dangers, met)
  return { worlds, unsafe, stuck, unmet }
}

/** Other worlds for each first seed. */
function seedOf(first: number, place: number): number {
  if (!Number.isInteger(first)) throw new Error('sentinel-commit-and-saga-tour.ts: no seed')
  return (first * 1_000_003 + place) % 2 ** 31
}
