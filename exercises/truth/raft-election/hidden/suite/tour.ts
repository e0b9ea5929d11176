import type { Report } from '@five-pillars/simulator'
import { simulate, unmetDangers } from '@five-pillars/simulator'
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
}

const WORLDS_MIN = 300
const WORLDS_PER_CASE = 3

/** Enough to choose the simplest from; a submission that fails everywhere is not run everywhere. */
const KEPT_MAX = 12

/**
 * A majority follows so soon after the healing in nearly every world; only the others are run to
 * their end, since a leader that is well has nothing to show, and its heartbeats are half the work.
 */
const USUALLY_MS = 700

const tours = new WeakMap<Subject['createRaft'], Tour>()

/** Runs a submission in 300 worlds, or in three for each case that `FUZZ_RUNS` asks for. */
export function tourOf(subject: Subject): Tour {
  const known = tours.get(subject.createRaft)
  if (known !== undefined) return known
  const tour = travel(subject)
  tours.set(subject.createRaft, tour)
  return tour
}

function travel(subject: Subject): Tour {
  const world = scenario(subject)
  // A failed run is repeated for its story, and a dozen of stories are enough.
  const untold = simulate({ ...world.definition, atEnd: [] })
  const { seed: first = 0, numRuns = 100 } = fc.readConfigureGlobal()
  const worlds = Math.max(WORLDS_MIN, WORLDS_PER_CASE * numRuns)
  const unsafe: Report[] = []
  const stuck: Report[] = []
  const met: Pick<Report, 'coverage'>[] = []
  for (let place = 0; place < worlds && unsafe.length < KEPT_MAX; place++) {
    const settled = world.settle({ seed: seedOf(first, place) })
    const { run } = stuck.length < KEPT_MAX ? world : untold
    const short = run({ ...settled, runMs: settled.healAtMs + USUALLY_MS })
    const report = isStuck(short) ? run(settled) : short
    met.push({ coverage: report.coverage })
    if (report.findings.length === 0) continue
    if (isStuck(report)) stuck.push(report)
    else unsafe.push(report)
  }
  return { worlds, unsafe, stuck, unmet: unmetDangers(dangers, met) }
}

function isStuck({ findings: [finding] }: Report): boolean {
  return finding?.kind === 'liveness'
}

/** Other worlds for each first seed. */
function seedOf(first: number, place: number): number {
  if (!Number.isInteger(first)) throw new Error('sentinel-raft-election-tour.ts: no seed')
  return (first * 1_000_003 + place) % 2 ** 31
}
