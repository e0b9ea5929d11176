import type { Balance } from './measure-balance.ts'
import type { ReplicaRuns } from './measure-replicas.ts'

export interface Measured {
  replicas: Pick<ReplicaRuns, 'lost' | 'well' | 'slow'>
  balance: Pick<Balance, 'busiest'>
}

/** What the runs gave for each figure that this deck measures, by its id, in the figure's unit. */
export function amountsOf({ replicas, balance }: Measured): Record<string, number> {
  const { lost, well, slow } = replicas
  return {
    'replica-lost-at-once': lost.none,
    'replica-lost-two-of-three': lost.one,
    'replica-wait-at-once': well.none.medianMs,
    'replica-wait-two-of-three': well.one.medianMs,
    'replica-slow-two-of-three': slow.one.medianMs,
    'replica-slow-all': slow.all.medianMs,
    'ring-busiest-one-place': busiestWith(1, balance),
    'ring-busiest-hundred-places': busiestWith(100, balance),
  }
}

function busiestWith(places: number, { busiest }: Measured['balance']): number {
  const found = busiest.find(({ placesEach }) => placesEach === places)
  if (found === undefined) throw new Error(`no ring with ${places} places each was measured`)
  return found.timesMean
}
