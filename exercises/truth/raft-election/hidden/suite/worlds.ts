import { BrokenPromise, NotDeterministic } from '@five-pillars/suite'

import { scenario } from '../../scenario.ts'
import type { Subject } from '../../scenario.ts'
import { tellSimplest } from './tell.ts'
import { tourOf } from './tour.ts'

const TWICE: readonly number[] = [1, 2, 3]

/** A submission that keeps something beside its servers has another run the second time. */
export async function repeatsItself(subject: Subject): Promise<void> {
  const world = scenario(subject)
  for (const seed of TWICE) {
    const first = world.run({ seed })
    if (first.findings.some(({ kind }) => kind === 'threw')) await tellSimplest(world, [first])
    if (world.run({ seed }).hash === first.hash) continue
    throw new NotDeterministic(
      `The same world was run twice (seed ${seed}), and went another way the second time.\n` +
        'Servers share nothing, and there is nothing to ask but env.',
    )
  }
}

/** 300 worlds with faults, and an adversary who strikes where it hurts. */
export async function staysSafe(subject: Subject): Promise<void> {
  const { unsafe, unmet, worlds } = tourOf(subject)
  if (unsafe.length > 0) await tellSimplest(scenario(subject), unsafe)
  if (unmet.length === 0) return
  throw new BrokenPromise(
    `In ${worlds} worlds this never happened: ${unmet.join('; ')}.\n` +
      'A server that never takes part breaks nothing, and shows nothing.',
  )
}

export async function recovers(subject: Subject): Promise<void> {
  const { stuck, unsafe } = tourOf(subject)
  if (stuck.length > 0) await tellSimplest(scenario(subject), stuck)
  // The runs ended where they were unsafe: nothing is known of their ends.
  if (unsafe.length > 0) await tellSimplest(scenario(subject), unsafe)
}

if (TWICE.length === 0) throw new Error('sentinel-raft-election-worlds.ts')
