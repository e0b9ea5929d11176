import type { BudgetMs, BudgetVerdict } from '@five-pillars/content'

/** The verdict in words: how long, whether it fits, and if not, whether it could. */
export function budgetText(verdict: BudgetVerdict, budgetMs: BudgetMs): string {
  const { kind, totalMs, leftMs, leastMs } = verdict
  const total = `${msText(totalMs)} from the press to the film`
  switch (kind) {
    case 'fits':
      return `${total}: it fits, with ${msText(leftMs)} to spare. ${reachText(verdict)}`
    case 'slow':
      return `${total}: ${msText(-leftMs)} too long. With these regions it could be ${msText(leastMs)}.`
    case 'impossible':
      return `${total}. With these regions it never takes less than ${msText(leastMs)}: ${budgetMs} ms cannot be kept by any program.`
  }
}

function reachText({ reachKm }: BudgetVerdict): string {
  const km = Math.floor(reachKm / 100) * 100
  return `A region that is waited for may be ${km.toLocaleString('en-GB')} km away.`
}

/** Whole milliseconds; below ten with one digit more, where it makes a difference. */
export function msText(ms: number): string {
  return `${ms < 10 && !Number.isInteger(ms) ? ms.toFixed(1) : Math.round(ms)} ms`
}
