import type { Report } from '@five-pillars/simulator'
import { unmetDangers } from '@five-pillars/simulator'
import fc from 'fast-check'

import { dangers, scenario } from '../../scenario.ts'
import type { Subject } from '../../scenario.ts'

/** What a round through many worlds has shown. */
export interface Tour {
  readonly worlds: number
  /** Runs in which something happened that must not. */
  readonly unsafe: readonly Report[]
  /** Runs in which nothing happened that must. */
  readonly stuck: readonly Report[]
  /** Dangers that were met nowhere. */
  readonly unmet: readonly string[]
  /** Whether it had broken another promise before. */
  readonly isBroken: boolean
}

const WORLDS_MIN = 100

/** What breaks a promise without any faults is not sent far: it is told of that promise. */
const WORLDS_OF_BROKEN = 4

/** Enough to choose the simplest from; a submission that fails everywhere is not run everywhere. */
const KEPT_MAX = 3

const tours = new WeakMap<Subject['createReplica'], Tour>()
const broken = new WeakSet<Subject['createReplica']>()

/** A submission that is known to be wrong by now. */
export function noteBroken({ createReplica }: Subject): void {
  broken.add(createReplica)
}

/** Runs a submission in 100 worlds, or in as many as `FUZZ_RUNS` asks for. */
export function tourOf(subject: Subject): Tour {
  const known = tours.get(subject.createReplica)
  if (known !== undefined) return known
  const tour = travel(subject)
  tours.set(subject.createReplica, tour)
  return tour
}

function travel(subject: Subject): Tour {
  const world = scenario(subject)
  const { seed: first = 0, numRuns = 100 } = fc.readConfigureGlobal()
  const isBroken = broken.has(subject.createReplica)
  const worlds = isBroken ? WORLDS_OF_BROKEN : Math.max(WORLDS_MIN, numRuns)
  const unsafe: Report[] = []
  const stuck: Report[] = []
  const met: Pick<Report, 'coverage'>[] = []
  for (let place = 0; place < worlds; place++) {
    if (unsafe.length >= KEPT_MAX || stuck.length >= 4 * KEPT_MAX) break
    const report = world.run({ seed: seedOf(first, place) })
    met.push({ coverage: report.coverage })
    if (report.findings.length === 0) continue
    if (report.findings.every(({ kind }) => kind === 'liveness' || kind === 'convergence')) {
      stuck.push(report)
    } else {
      unsafe.push(report)
    }
  }
  const unmet = isBroken ? [] : unmetDangers(dangers, met)
  return { worlds, unsafe, stuck, unmet, isBroken }
}

/** Other worlds for each first seed. */
function seedOf(first: number, place: number): number {
  if (!Number.isInteger(first)) throw new Error('sentinel-replicated-store-tour.ts: no seed')
  return (first * 1_000_003 + place) % 2 ** 31
}
