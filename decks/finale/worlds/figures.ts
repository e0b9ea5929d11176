import type { Rule } from './budget.ts'
import type { Pressed } from './measure-budget.ts'

export interface Measured {
  readonly budget: Readonly<Record<Rule, Pressed>>
}

/** What the runs gave for each figure that this deck measures, by its id, in the figure's unit. */
export function amountsOf({ budget }: Measured): Record<string, number> {
  return {
    'budget-everywhere': budget.everywhere.waitMs,
    'budget-majority': budget.majority.waitMs,
    'budget-nearby': budget.nearby.waitMs,
  }
}
