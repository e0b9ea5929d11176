import { reachKm, requestMs, requestRanges, syncMs } from './request.ts'
import type { RequestSettings } from './request.ts'

/** The budgets to choose from, in ms: what feels immediate, and twice as much. */
export const budgetsMs = [100, 200] as const

export type BudgetMs = (typeof budgetsMs)[number]

export interface BudgetVerdict {
  /**
   * `fits`; `slow`: too long, and other numbers than distances between regions could mend it;
   * `impossible`: what the film waits for is so far away that nothing else can mend it.
   */
  readonly kind: 'fits' | 'slow' | 'impossible'
  readonly totalMs: number
  /** What is left of the budget; below 0 what is missing. */
  readonly leftMs: number
  /** The shortest wait with these regions and this rule, all else at its best. */
  readonly leastMs: number
  /** How far a region may be that is waited for in what all the other parts leave, in km. */
  readonly reachKm: number
}

/** Whether a press of "play" keeps within a budget, and whether it could. */
export function judgeBudget(settings: RequestSettings, budgetMs: BudgetMs): BudgetVerdict {
  const totalMs = requestMs(settings)
  const leastMs = requestMs(bestOf(settings))
  const leftMs = budgetMs - totalMs
  return {
    kind: leftMs >= 0 ? 'fits' : leastMs > budgetMs ? 'impossible' : 'slow',
    totalMs,
    leftMs,
    leastMs,
    reachKm: reachKm(leftMs + syncMs(settings)),
  }
}

/** The same regions and the same rule, and everything else as good as it can be set. */
export function bestOf(settings: RequestSettings): RequestSettings {
  return {
    ...settings,
    handshakes: 0,
    accessMs: requestRanges.accessMs.min,
    userKm: requestRanges.userKm.min,
    workMs: requestRanges.workMs.min,
    megabits: requestRanges.megabits.min,
    lineMbps: requestRanges.lineMbps.max,
  }
}

/** What to find out, in this order. */
export const budgetTasks = [
  {
    id: 'wait',
    text: 'Let the film wait until all three regions know the position, with a region as far as Sydney.',
    isDone: ({ rule, nearRegionKm, farRegionKm }: RequestSettings): boolean =>
      rule === 'everywhere' && Math.max(nearRegionKm, farRegionKm) >= SYDNEY_KM,
  },
  {
    id: 'best',
    text: 'Make everything else as fast as you can. What is left is distance.',
    isDone: (settings: RequestSettings, budgetMs: BudgetMs): boolean => {
      const { totalMs, leastMs } = judgeBudget(settings, budgetMs)
      return settings.rule !== 'nearby' && totalMs - leastMs <= NEARLY_MS
    },
  },
  {
    id: 'fits',
    text: 'Take the far regions off the path, and keep within 100 ms.',
    isDone: (settings: RequestSettings, budgetMs: BudgetMs): boolean =>
      settings.rule === 'nearby' && budgetMs === 100 && requestMs(settings) <= budgetMs,
  },
] as const

const SYDNEY_KM = 16_000

/** So near to the best is as fast as you can. */
const NEARLY_MS = 10
