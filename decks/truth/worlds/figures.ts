import type { Cost } from './measure-cost.ts'
import type { ElectionRuns, Row } from './measure-election.ts'
import type { RegisterRuns } from './measure-register.ts'

export interface Measured {
  register: Pick<RegisterRuns, 'broken'>
  election: Pick<ElectionRuns, 'rows' | 'withoutLeader'>
  cost: Cost
}

/** What the runs gave for each figure that this deck measures, by its id, in the figure's unit. */
export function amountsOf({ register, election, cost }: Measured): Record<string, number> {
  const [equal, , , random] = election.rows
  return {
    'board-backwards-one-of-three': register.broken.one,
    'board-backwards-two-of-three': register.broken.majority,
    'board-backwards-three-of-five': register.broken.five,
    'board-backwards-write-back': register.broken.writeBack,
    'election-equal-waits-led': ledOf(equal),
    'election-random-waits-median': medianOf(random),
    'election-without-leader': election.withoutLeader.medianMs,
    'agree-alone': cost.alone,
    'agree-decision': cost.decision,
  }
}

function ledOf(row: Row | undefined): number {
  if (row === undefined) throw new Error('no election with equal waits was measured')
  return row.led
}

function medianOf(row: Row | undefined): number {
  if (row === undefined || row.medianMs === null) throw new Error('no election ended')
  return row.medianMs
}
