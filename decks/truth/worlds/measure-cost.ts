import type { Operation, Scenario } from '@five-pillars/simulator'

import { decide } from './decide.ts'
import { settings } from './measure-register.ts'
import { quantile } from './quantile.ts'
import { register } from './register.ts'

const RUNS = 50

/** Median time until an answer, in virtual milliseconds. */
export interface Cost {
  runs: number
  /** One machine, which has nobody to agree with. */
  alone: number
  /** Two of three copies are read. */
  quorum: number
  /** What was read is stored at two of three before it is told. */
  writeBack: number
  /** A leader decides when a majority has stored it. */
  decision: number
}

export function measureCost(): Cost {
  const alone = { copies: 1, reads: 1, writes: 1, writeBack: false }
  return {
    runs: RUNS,
    alone: medianOf(register(alone), isRead),
    quorum: medianOf(register(settings.majority), isRead),
    writeBack: medianOf(register(settings.writeBack), isRead),
    decision: medianOf(decide(), () => true),
  }
}

function medianOf<M>(world: Scenario<M>, counts: (operation: Operation) => boolean): number {
  const times = Array.from({ length: RUNS }, (_, run) => run + 1)
    .flatMap((seed) => world.run({ seed, strict: false }).history)
    .filter(counts)
    .flatMap(({ outcome, invokedAt, returnedAt }) =>
      outcome === 'ok' && returnedAt !== null ? [returnedAt - invokedAt] : [],
    )
  return quantile(
    times.toSorted((a, b) => a - b),
    0.5,
  )
}

function isRead({ client }: Operation): boolean {
  return client !== 'c1'
}
