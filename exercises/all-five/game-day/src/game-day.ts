/** The values that the shop leaves to you. */
export interface Tuning {
  /** R: so many of the 3 replicas of a cart must answer before a read is believed. 1 to 3. */
  readonly readQuorum: number
  /** W: so many of the 3 must have written before a line is acknowledged. 1 to 3. */
  readonly writeQuorum: number
  /** Points of each of the three shards on the hash ring. 1 to 500. */
  readonly virtualNodes: number
  /** If a smaller share of the workers than this is healthy, none is ejected. 0 (never) to 1. */
  readonly panicShare: number
  /** The fewest workers, also at night. 1 to 3: more is not in the budget. */
  readonly minWorkers: number
  /** The most workers. `minWorkers` to 15: more machines are not there. */
  readonly maxWorkers: number
}

// TODO: six values that were somebody's first guess. Which of them would you defend at 3 a.m.?
export const tuning: Tuning = {
  readQuorum: 1,
  writeQuorum: 1,
  virtualNodes: 1,
  panicShare: 0,
  minWorkers: 1,
  maxWorkers: 3,
}
