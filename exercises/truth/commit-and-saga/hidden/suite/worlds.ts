import { calm, runAsync } from '@five-pillars/simulator'
import type { Fault, Report, RunOptions } from '@five-pillars/simulator'
import { BrokenPromise, NotDeterministic } from '@five-pillars/suite'

import { scenario } from '../../scenario.ts'
import type { Subject } from '../../subject.ts'
import { crashPointsOf } from './crash-points.ts'
import { tellSimplest } from './tell.ts'
import { isBroken, isStuck, tourOf } from './tour.ts'

const TWICE: readonly number[] = [1, 2]

/** Whoever goes another way does so early. */
const TWICE_MS = 2000
const RUNS_OF_BROKEN = 5

/** A submission that keeps something beside its machines has another run the second time. */
export async function repeatsItself(subject: Subject): Promise<void> {
  const world = scenario(subject)
  for (const seed of isBroken(subject) ? TWICE.slice(1) : TWICE) {
    const first = await runAsync(world, { seed, runMs: TWICE_MS })
    if (first.findings.some(({ kind }) => kind === 'threw')) await tellSimplest(world, [first])
    if ((await runAsync(world, { seed, runMs: TWICE_MS })).hash === first.hash) continue
    throw new NotDeterministic(
      `The same world was run twice (seed ${seed}), and went another way the second time.\n` +
        'Machines share nothing, and there is nothing to ask but env.',
    )
  }
}

/** One crash at each write: two-phase commit. */
export function commitsWhole(subject: Subject): Promise<void> {
  return survivesPoints(subject, 'commits')
}

/** One crash at each write: sagas. */
export function sagasWhole(subject: Subject): Promise<void> {
  return survivesPoints(subject, 'sagas')
}

async function survivesPoints(subject: Subject, what: 'commits' | 'sagas'): Promise<void> {
  const { points, unsafe, stuck } = await crashPointsOf(subject, what)
  if (unsafe.length > 0) await tellSimplest(scenario(subject), unsafe, runsFor(subject))
  if (points > 0 || stuck.length > 0) return
  throw new BrokenPromise('No machine has put or synced anything: there is nothing to survive.')
}

const TEN_SECONDS_MS = 10_000
const quiet = { ...calm, nodes: 4 } as const

/** Everybody has said yes at 20 ms, and the desk hears of it at 25 ms. */
const away: readonly (readonly Fault[])[] = [
  [{ kind: 'crash', at: 22, for: TEN_SECONDS_MS, node: 'desk' }],
  [
    ...(['seat', 'card', 'mail'] as const).map((to) => {
      return { kind: 'cut', at: 23, for: 20, from: 'desk', to } as const
    }),
    { kind: 'crash', at: 28, for: TEN_SECONDS_MS, node: 'desk' },
  ],
]

/** The runs of the slide: everybody is prepared, and who decides is away for ten seconds. */
async function blockedRuns(subject: Subject): Promise<Report[]> {
  const world = scenario(subject)
  const parts = ['seat', 'card', 'mail']
  const call = { key: 'x', input: { kind: 'commit', name: 't1', parts } }
  const reports: Report[] = []
  for (const plan of away) {
    const options: RunOptions = {
      seed: 1,
      plan,
      workload: [{ client: 'c1', at: 10, call }],
      profile: quiet,
      runMs: TEN_SECONDS_MS + 1000,
      healAtMs: TEN_SECONDS_MS + 100,
    }
    reports.push(await runAsync(world, options))
  }
  return reports
}

/** "Two-phase commit is safe. It blocks." */
export async function blocksAndNoMore(subject: Subject): Promise<void> {
  const failed = (await blockedRuns(subject)).filter((report) => {
    return report.findings.length > 0 && !isStuck(report)
  })
  if (failed.length > 0) await tellSimplest(scenario(subject), failed, runsFor(subject))
}

/** And it goes on by itself. */
export async function goesOnAfterwards(subject: Subject): Promise<void> {
  const failed = (await blockedRuns(subject)).filter(({ findings }) => findings.length > 0)
  if (failed.length > 0) await tellSimplest(scenario(subject), failed, runsFor(subject))
}

/** Worlds with faults, and an adversary who strikes where it hurts. */
export async function staysSafe(subject: Subject): Promise<void> {
  const { unsafe, unmet, stuck, worlds } = await tourOf(subject)
  if (unsafe.length > 0) await tellSimplest(scenario(subject), unsafe, runsFor(subject))
  if (unmet.length === 0 || stuck.length > 0) return
  throw new BrokenPromise(
    `In ${worlds} worlds this never happened: ${unmet.join('; ')}.\n` +
      'A machine that never takes part breaks nothing, and shows nothing.',
  )
}

export async function comesToAnEnd(subject: Subject): Promise<void> {
  const all = [
    await crashPointsOf(subject, 'commits'),
    await crashPointsOf(subject, 'sagas'),
    await tourOf(subject),
  ]
  for (const { stuck } of all) {
    if (stuck.length > 0) await tellSimplest(scenario(subject), stuck, runsFor(subject))
  }
  if (all.every(({ unsafe }) => unsafe.length === 0)) return
  throw new BrokenPromise('Runs ended where something went wrong: nothing is known of their ends.')
}

/** Where another promise is told of first, nobody reads how small this story is. */
function runsFor(subject: Subject): number | undefined {
  return isBroken(subject) ? RUNS_OF_BROKEN : undefined
}

if (TWICE.length === 0) throw new Error('sentinel-commit-and-saga-worlds.ts')
