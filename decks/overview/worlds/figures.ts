import type { RegisterRuns } from './measure-register.ts'

/** What the runs gave for each figure that this deck measures, by its id, in the figure's unit. */
export function amountsOf({
  violations,
}: Pick<RegisterRuns, 'violations'>): Record<string, number> {
  return {
    'quorum-violations': violations.quorums,
    'quorum-write-back-violations': violations.writeBack,
  }
}
