import { recordedHistories } from '../fixtures/histories/recorded-histories.ts'

export interface HistoriesFigures {
  readonly histories: number
  /** How many verdicts are those that the origin states. */
  readonly agree: number
  /** For the checks of all of them on one thread, without reading and parsing. */
  readonly ms: number
}

/** Checks all recorded histories once. */
export function benchHistories(): HistoriesFigures {
  const histories = recordedHistories()
  const start = performance.now()
  const verdicts = histories.map(({ check }) => check().kind)
  const ms = performance.now() - start
  const agree = histories.filter(
    ({ isLinearizable }, index) =>
      verdicts[index] === (isLinearizable ? 'linearizable' : 'not-linearizable'),
  ).length
  return { histories: histories.length, agree, ms }
}
