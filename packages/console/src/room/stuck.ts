import { STUCK_ATTEMPTS, STUCK_MINUTES } from '@five-pillars/room'

import type { Cell } from './state.ts'

const STUCK_MS = STUCK_MINUTES * 60_000

/**
 * Whether somebody does not get on at an exercise: no new promise was kept for twelve minutes, and at
 * least four attempts in a row have broken the same one.
 */
export function isStuck(cell: Cell, now: number): boolean {
  return (
    cell.broken !== null && cell.sameBroken >= STUCK_ATTEMPTS && now - cell.progressAt >= STUCK_MS
  )
}
