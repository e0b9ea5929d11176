import { runAsync } from '@five-pillars/simulator'
import type { Trace } from '@five-pillars/simulator'

import { gameDay, scenario } from '../../scenario.ts'
import { mutantOf, reference } from '../subjects.ts'
import { referenceParts } from '../suite/reference-parts.ts'
import type { Subject } from '../suite/subject.ts'

/** A seed in which a replica is out of reach while others write. */
const SMALL_SEED = 20
const DAY_SEED = 3

/** Every run that a slide can play, by the name of its file in `traces/`. */
export const traces = {
  'shop-reference': () => small(reference),
  'shop-one-of-three': () => small(mutantOf('one-of-three.ts')),
  'day-reference': () => day(reference),
  'day-shrinks-on-return': () => day(mutantOf('shrinks-on-return.ts')),
} as const

async function small(subject: Subject): Promise<Trace> {
  const { trace } = await runAsync(scenario(whole(subject)), { seed: SMALL_SEED, full: true })
  return kept(trace)
}

async function day(subject: Subject): Promise<Trace> {
  const options = { seed: DAY_SEED, replaced: 0, isRecorded: true }
  return kept((await gameDay(whole(subject), options)).trace)
}

function whole({ tuning, parts }: Subject): Parameters<typeof scenario>[0] {
  return { tuning, parts: { ...referenceParts, ...parts } }
}

function kept(trace: Trace | null): Trace {
  if (trace === null) throw new Error('sentinel-game-day-traces.ts: no trace was kept')
  return trace
}
