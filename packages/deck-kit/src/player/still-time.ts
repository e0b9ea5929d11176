import type { Run } from './run.ts'

/** The moment that stands for a whole run on paper: what was asked for, what broke, or the end. */
export function stillTime(run: Run, wanted?: number): number {
  return Math.min(run.endMs, Math.max(0, wanted ?? run.stopAt ?? run.endMs))
}
