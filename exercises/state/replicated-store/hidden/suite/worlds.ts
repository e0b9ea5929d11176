import { BrokenPromise, NotDeterministic } from '@five-pillars/suite'

import { scenario } from '../../scenario.ts'
import type { Subject } from '../../scenario.ts'
import { tellSimplest } from './tell.ts'
import { tourOf } from './tour.ts'

const TWICE: readonly number[] = [1, 2]
const RUNS_OF_BROKEN = 5

/** A submission that keeps something beside its replicas has another run the second time. */
export async function repeatsItself(subject: Subject): Promise<void> {
  const world = scenario(subject)
  for (const seed of TWICE) {
    const first = world.run({ seed })
    if (first.findings.some(({ kind }) => kind === 'threw')) await tellSimplest(world, [first])
    if (world.run({ seed }).hash === first.hash) continue
    throw new NotDeterministic(
      `The same world was run twice (seed ${seed}), and went another way the second time.\n` +
        'Replicas share nothing, and there is nothing to ask but env.',
    )
  }
}

/** 100 worlds with faults, and an adversary who strikes where it hurts. */
export async function losesNothing(subject: Subject): Promise<void> {
  const { unsafe, stuck, unmet, worlds, isBroken } = tourOf(subject)
  if (unsafe.length > 0) await tellSimplest(scenario(subject), unsafe, runsFor(isBroken))
  if (unmet.length === 0 || stuck.length > 0) return
  throw new BrokenPromise(
    `In ${worlds} worlds this never happened: ${unmet.join('; ')}.\n` +
      'A replica that never takes part loses nothing, and shows nothing.',
  )
}

export async function comesTogether(subject: Subject): Promise<void> {
  const { stuck, unsafe, isBroken } = tourOf(subject)
  if (stuck.length > 0) await tellSimplest(scenario(subject), stuck, runsFor(isBroken))
  if (unsafe.length === 0) return
  throw new BrokenPromise('Runs ended where something was lost: nothing is known of their ends.')
}

/** Where another promise is told of first, nobody reads how small this story is. */
function runsFor(isBroken: boolean): number | undefined {
  return isBroken ? RUNS_OF_BROKEN : undefined
}

if (TWICE.length === 0) throw new Error('sentinel-replicated-store-worlds.ts')
